using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Zvar;
using Zvar.Http;

namespace ZvarPS;

/// <summary>
/// The names a session has asked about, and what came: each is asked about once. That a name is not known is kept as
/// well; that nobody could be asked is not.
/// </summary>
internal sealed class SessionNames
{
    private static readonly ConditionalWeakTable<Runspace, SessionNames> Sessions = [];

    private readonly Dictionary<(Uri Resolver, string Name), object> _answers = [];
    private readonly Dictionary<Uri, SesameResolver> _resolvers = [];

    /// <summary>Those of this runspace.</summary>
    internal static SessionNames OfSession => Sessions.GetValue(Runspace.DefaultRunspace, _ => new SessionNames());

    /// <summary>Forgets the names of this runspace.</summary>
    internal static void Forget()
    {
        if (Sessions.TryGetValue(Runspace.DefaultRunspace, out SessionNames? names))
        {
            Sessions.Remove(Runspace.DefaultRunspace);
            foreach (SesameResolver resolver in names._resolvers.Values)
            {
                resolver.Dispose();
            }
        }
    }

    /// <summary>The resolver at an address.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="isNew">Whether this session has not asked it before.</param>
    internal SesameResolver ResolverAt(Uri address, out bool isNew)
    {
        isNew = !_resolvers.TryGetValue(address, out SesameResolver? resolver);
        return resolver ?? (_resolvers[address] = new SesameResolver(new HttpSourceOptions
        {
            BaseAddress = address,
            ConnectionTimeout = TimeSpan.FromSeconds(10),
            OperationTimeout = TimeSpan.FromSeconds(30),
            TotalTimeout = TimeSpan.FromMinutes(1),
            MaximumRetryCount = 1,
            Log = SourceLog.Write,
        }));
    }

    /// <summary>What came when a name was asked about; null where it was not.</summary>
    /// <exception cref="NameException">It is not known.</exception>
    internal ResolvedName? Answer(Uri resolver, string name) =>
        _answers.GetValueOrDefault((resolver, ObjectName.Normalize(name))) switch
        {
            NameException known => throw new NameException(known.Error, known.Message) { IsFinal = true },
            object answer => (ResolvedName)answer with { Name = name },
            null => null,
        };

    /// <summary>Keeps what came.</summary>
    internal void Keep(Uri resolver, ResolvedName answer) =>
        _answers[(resolver, ObjectName.Normalize(answer.Name))] = answer;

    /// <summary>Keeps that a name is not known, if that is sure.</summary>
    internal void Keep(Uri resolver, string name, NameException failure)
    {
        if (failure.IsFinal)
        {
            _answers[(resolver, ObjectName.Normalize(name))] = failure;
        }
    }
}
