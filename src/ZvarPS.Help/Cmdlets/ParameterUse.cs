namespace ZvarPS.Help;

/// <summary>A parameter in one of the ways to call a cmdlet, or in all of them taken together.</summary>
internal sealed record ParameterUse(ParameterDefinition Parameter)
{
    internal required bool IsRequired { get; init; }

    /// <summary>Its place among the arguments without a name; null where it must be named.</summary>
    internal required int? Position { get; init; }

    internal required bool FromPipeline { get; init; }

    internal required bool FromPipelineByName { get; init; }
}
