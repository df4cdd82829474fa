namespace ZvarPS.Help;

/// <summary>A cmdlet as the engine knows it.</summary>
internal sealed record CmdletDefinition(string Verb, string Noun)
{
    internal string Name => $"{Verb}-{Noun}";

    /// <summary>The ways to call it; the parameters of each in the order of the source.</summary>
    internal required ParameterUse[][] Syntaxes { get; init; }

    /// <summary>The full names of the types it gives.</summary>
    internal required string[] OutputTypes { get; init; }

    internal bool TakesPipeline => Parameters.Any(one => one.FromPipeline || one.FromPipelineByName);

    /// <summary>Every parameter once: required where no way to call the cmdlet does without it.</summary>
    internal IReadOnlyList<ParameterUse> Parameters => field ??=
    [
        .. from use in Syntaxes.SelectMany(uses => uses)
           group use by use.Parameter.Name into uses
           select new ParameterUse(uses.First().Parameter)
           {
               IsRequired = uses.All(use => use.IsRequired),
               Position = uses.Select(use => use.Position).FirstOrDefault(position => position is not null),
               FromPipeline = uses.Any(use => use.FromPipeline),
               FromPipelineByName = uses.Any(use => use.FromPipelineByName),
           },
    ];
}
