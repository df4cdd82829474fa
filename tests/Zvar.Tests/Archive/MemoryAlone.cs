namespace Zvar.Tests.Archive;

/// <summary>Tests that measure how much memory is taken, one at a time: others would take some too.</summary>
[CollectionDefinition(nameof(MemoryAlone), DisableParallelization = true)]
public sealed class MemoryAlone;
