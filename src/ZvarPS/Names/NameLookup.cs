using Zvar;
using Zvar.Http;
using ZvarPS.Commands;

namespace ZvarPS;

/// <summary>
/// Finds out for a cmdlet where the names it is given are, and says to whom they were told: in a warning, once a
/// session, since whoever is asked learns what somebody observes. What an archive holds nobody is asked about.
/// </summary>
/// <param name="cmdlet">The cmdlet, whose connection may be to an archive.</param>
/// <param name="names">The names of another archive, if it has one open.</param>
internal sealed class NameLookup(ZvarCommand cmdlet, ArchiveNames? names = null)
{
    private ArchiveNames[]? _archives;

    // Found when it is first needed: positions need nobody.
    private ArchiveNames[] Archives => _archives ??=
        [.. new[] { names, ConnectionOf(cmdlet)?.Names }.OfType<ArchiveNames>()];

    /// <summary>The position that is given; null where it could not be found out, which has been told then.</summary>
    internal SkyPosition? Locate(PositionArgument given) => given.Position ?? Resolve(given.Name!)?.GetPosition();

    /// <summary>Where a name is; null where that could not be found out, which has been told then.</summary>
    internal ResolvedName? Resolve(string name)
    {
        try
        {
            ResolvedName answer = FindHeld(name) ?? Ask(name);
            Array.ForEach(Archives, archive => archive.Keep(answer));
            return answer;
        }
        catch (NameException failure)
        {
            cmdlet.WriteError(ErrorRecords.Name(failure, name));
            return null;
        }
    }

    private static ZvarConnection? ConnectionOf(ZvarCommand cmdlet) =>
        cmdlet is SourceCommand { CanAsk: true } source ? source.AskedConnection : SessionConnection.Current;

    private ResolvedName? FindHeld(string name)
    {
        ResolvedName? held = Archives.Select(archive => archive.Find(name)).FirstOrDefault(found => found is not null);
        if (held is not null)
        {
            Tell(held, "as the archive holds it");
        }

        return held;
    }

    private ResolvedName Ask(string name)
    {
        Uri address = AddressFor(name);
        SessionNames session = SessionNames.OfSession;
        if (session.Answer(address, name) is { } known)
        {
            return known;
        }

        SesameResolver resolver = session.ResolverAt(address, out bool isNew);
        if (isNew)
        {
            cmdlet.WriteWarning(
                $"Names are looked up at {address.Authority}, which learns them. ZVAR_RESOLVER names another Sesame, or"
                + " 'none'. This is said once a session.");
        }

        try
        {
            ResolvedName answer = cmdlet.Wait(resolver.ResolveAsync(name, cmdlet.StopToken));
            session.Keep(address, answer);
            Tell(answer);
            return answer;
        }
        catch (NameException failure)
        {
            session.Keep(address, name, failure);
            throw;
        }
    }

    private void Tell(ResolvedName answer, string? how = null) => cmdlet.WriteVerbose(
        $"'{Excerpt.Of(answer.Name)}' is '{Excerpt.Of(answer.ResolvedAs)}' at {answer.GetPosition()}, says"
        + $" {Excerpt.Of(answer.Resolver)}{(how is null ? "" : $", {how}")}.");

    private static Uri AddressFor(string name)
    {
        try
        {
            return ResolverEnvironment.Address;
        }
        catch (FormatException error)
        {
            throw new NameException(
                NameError.ResolverNotReached,
                $"'{Excerpt.Of(name)}' is a name, and nobody could be asked where it is: {error.Message}. Give its"
                + " position.");
        }
    }
}
