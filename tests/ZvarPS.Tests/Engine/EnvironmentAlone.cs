namespace ZvarPS.Tests.Engine;

/// <summary>Environment variables belong to the whole process: what sets them runs alone.</summary>
[CollectionDefinition(nameof(EnvironmentAlone), DisableParallelization = true)]
public class EnvironmentAlone;
