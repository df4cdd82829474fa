using System.Management.Automation;
using System.Runtime.CompilerServices;
using Zvar;

namespace ZvarPS.Commands;

/// <summary>
/// <para type="synopsis">Finds the stars around positions.</para>
/// </summary>
[Cmdlet(VerbsCommon.Find, "ZvarCone", DefaultParameterSetName = CoordinatesSet)]
[OutputType(typeof(ZvarObject))]
public sealed class FindZvarConeCommand : ConeCommand
{
    private const string CoordinatesSet = "Coordinates";
    private const string PositionSet = "Position";
    private const string InputSet = "InputObject";

    private readonly SortedSet<string> _ignored = [];
    private NameLookup? _names;
    private ConeFilter? _gathered;
    private Batches<ConePiece, ConePiece, (ConePiece Piece, ZvarObject Object)>? _batches;

    [Parameter(
        ParameterSetName = CoordinatesSet,
        Mandatory = true,
        Position = 0,
        HelpMessage = "Right ascension: " + Coordinate.RaForms)]
    [Alias("RAJ2000", "RightAscension", "_RAJ2000")]
    [RightAscension, ArgumentCompleter(typeof(RightAscensionAttribute))]
    public double Ra { get; set; }

    [Parameter(
        ParameterSetName = CoordinatesSet,
        Mandatory = true,
        Position = 1,
        HelpMessage = "Declination: " + Coordinate.DecForms)]
    [Alias("DEJ2000", "Declination", "_DEJ2000")]
    [Declination, ArgumentCompleter(typeof(DeclinationAttribute))]
    public double Dec { get; set; }

    [Parameter(
        ParameterSetName = PositionSet,
        Mandatory = true,
        HelpMessage = "Positions: " + PositionAttribute.AllForms)]
    [Position, ArgumentCompleter(typeof(PositionAttribute))]
    [Alias("positions")]
    public PositionArgument[] Position { get; set; } = [];

    [Parameter(
        ParameterSetName = InputSet,
        Mandatory = true,
        ValueFromPipeline = true,
        HelpMessage = "Rows with the columns Ra and Dec or Position, and Name and Radius if you like;"
            + " ZVAR objects; text.")]
    public PSObject? InputObject { get; set; }

    [Parameter(
        ParameterSetName = CoordinatesSet,
        Mandatory = true,
        Position = 2,
        HelpMessage = "The radius: " + Angle.Forms)]
    [Parameter(ParameterSetName = PositionSet, Mandatory = true, HelpMessage = "The radius: " + Angle.Forms)]
    [Parameter(ParameterSetName = InputSet, HelpMessage = "The radius: " + Angle.Forms + "; else the column Radius.")]
    [Radius, ArgumentCompleter(typeof(RadiusAttribute))]
    public double Radius { get; set; } = double.NaN;

    [Parameter(HelpMessage = "A name for the position, which its stars carry on; else the column Name.")]
    [Alias("Name")]
    [Name, ArgumentCompleter(typeof(NameAttribute))]
    public string? TargetName { get; set; }

    [Parameter(HelpMessage = "One period must meet all limits on periods, and one light curve all the others.")]
    public SwitchParameter Strict { get; set; }

    private Batches<ConePiece, ConePiece, (ConePiece Piece, ZvarObject Object)> Batches => _batches ??= NewBatches(
        Source.Limits.Positions,
        new BatchQuestion<ConePiece, ConePiece, (ConePiece Piece, ZvarObject Object)>(
            FindAsync, piece => piece, found => found.Piece)
        {
            KeyAtSource = piece => piece.Target,
        },
        Write,
        piece => piece.Cone.Target,
        pieces => new ConeSearch(
            [.. pieces.Select(piece => piece.Cone.Target).Distinct()], pieces.First().Cone.Filter));

    private NameLookup Names => _names ??= new NameLookup(this);

    private protected override void Process()
    {
        switch (ParameterSetName)
        {
            case CoordinatesSet:
                Search(new ConeTarget(TargetName, new SkyPosition(Ra, Dec), Radius), Filter);
                break;
            case PositionSet:
                foreach (PositionArgument position in Position)
                {
                    SearchAround(position, Radius);
                }

                break;
            default:
                SearchInput();
                break;
        }
    }

    private protected override void End()
    {
        base.End();
        if (_ignored.Count > 0)
        {
            WriteWarning(
                $"The source ignored {string.Join(", ", _ignored)}; what did not meet it was left out here.");
        }
    }

    private void SearchInput()
    {
        foreach (PSObject input in OneByOne(InputObject!))
        {
            if (input.BaseObject is ConeSearch question)
            {
                SearchAgain(question);
                continue;
            }

            try
            {
                if (!Argument.IsRow(input))
                {
                    SearchAround(PositionReader.ReadOrName(input), ConeRow.Require(Radius));
                    continue;
                }

                Search(ConeRow.Read(input, Radius, TargetName), Filter);
            }
            catch (FormatException error)
            {
                WriteNotUnderstood(input, error.Message);
            }
        }
    }

    private void SearchAround(PositionArgument given, double radius)
    {
        if (Names.Locate(given) is { } position)
        {
            Search(new ConeTarget(TargetName ?? given.Name, position, radius), Filter);
        }
    }

    // A question that an archive could not answer, with its own limits where none are given.
    private void SearchAgain(ConeSearch question)
    {
        foreach (ConeTarget target in question.Targets)
        {
            Search(target, Filter == ConeFilter.None ? question.Filter : Filter);
        }
    }

    private void Search(ConeTarget target, ConeFilter filter)
    {
        IReadOnlyList<ConeTarget> pieces = PiecesOf(target, Source.Limits);
        var cone = new Cone(target, filter, pieces.Count);
        if (_gathered != filter)
        {
            // All the cones of a request have the same limits.
            Send(Batches);
            _gathered = filter;
        }

        foreach (ConeTarget piece in pieces)
        {
            Ask(Batches, new ConePiece(cone, piece));
            if (pieces.Count > 1)
            {
                Send(Batches);
            }
        }
    }

    private async IAsyncEnumerable<(ConePiece Piece, ZvarObject Object)> FindAsync(
        IReadOnlyList<ConePiece> pieces, [EnumeratorCancellation] CancellationToken stop)
    {
        var search = new ConeSearch([.. pieces.Select(piece => piece.Target)], pieces[0].Cone.Filter);
        await foreach (ConeResult result in Source.FindConesAsync(search, stop).ConfigureAwait(false))
        {
            yield return (pieces[result.Target], result.Object);
        }
    }

    private void Write(Answer<ConePiece, (ConePiece Piece, ZvarObject Object)> answer)
    {
        RecentObjects recent = RecentObjects.OfSession;
        foreach ((ConePiece piece, ZvarObject found) in answer.Results)
        {
            ConeFilter filter = piece.Cone.Filter;
            string[] unmet = [.. filter.UnmetBy(found)];
            _ignored.UnionWith(unmet);
            if (unmet.Length == 0
                && (!Strict || filter.MatchesStrictly(found))
                && piece.Cone.Place(found) is { } placed)
            {
                recent.Add(placed);
                WriteObject(placed);
            }
        }
    }

    // One of the cones that are asked for; each is a key of its own, though another be the same.
    private sealed class ConePiece(Cone cone, ConeTarget target)
    {
        internal Cone Cone => cone;

        internal ConeTarget Target => target;
    }

    // What was asked for, in one piece or covered by several: each star once, measured from the real centre.
    private sealed class Cone(ConeTarget target, ConeFilter filter, int pieces)
    {
        private readonly HashSet<long> _seen = [];

        internal ConeTarget Target => target;

        internal ConeFilter Filter => filter;

        internal ZvarObject? Place(ZvarObject found)
        {
            if (pieces == 1)
            {
                return found;
            }

            double separation = found.GetPosition().SeparationTo(target.Position);
            return separation <= target.Radius && _seen.Add(found.Psid)
                ? found with { Separation = separation }
                : null;
        }
    }
}
