using Zvar.Demo;

namespace Zvar.Tests.Contract;

public sealed class DemoSkyContract() : DemoPopulationContract(new DemoSky());
