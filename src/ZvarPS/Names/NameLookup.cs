using Zvar;
using Zvar.Http;
using ZvarPS.Commands;

namespace ZvarPS;

/// <summary>
/// Finds out for a cmdlet where the names it is given are, and says to whom they were told: in a warning, once a
/// session, since whoever is asked learns what somebody observes.
/// </summary>
internal sealed class NameLookup(ZvarCommand cmdlet)
{
    /// <summary>The position that is given; null where it could not be found out, which has been told then.</summary>
    internal SkyPosition? Locate(PositionArgument given) => given.Position ?? Resolve(given.Name!)?.GetPosition();

    /// <summary>Where a name is; null where that could not be found out, which has been told then.</summary>
    internal ResolvedName? Resolve(string name)
    {
        try
        {
            return Ask(name);
        }
        catch (NameException failure)
        {
            cmdlet.WriteError(ErrorRecords.Name(failure, name));
            return null;
        }
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
            cmdlet.WriteVerbose(
                $"'{Excerpt.Of(name)}' is '{Excerpt.Of(answer.ResolvedAs)}' at {answer.GetPosition()}, says"
                + $" {Excerpt.Of(answer.Resolver)}.");
            return answer;
        }
        catch (NameException failure)
        {
            session.Keep(address, name, failure);
            throw;
        }
    }

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
