using Zvar.Demo;

namespace Zvar.Tests.Contract;

public sealed class DemoSkyContract() : ZvarSourceContract(new DemoSky());
