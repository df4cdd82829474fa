namespace Zvar.Tests.Samp;

/// <summary>The environment says where a hub is, for the whole process: what sets it runs alone.</summary>
[CollectionDefinition(nameof(SampAlone), DisableParallelization = true)]
public class SampAlone;
