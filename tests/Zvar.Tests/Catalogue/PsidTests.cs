namespace Zvar.Tests.Catalogue;

public class PsidTests
{
    [Fact]
    public void A_psid_leads_back_to_its_position()
    {
        // Printed position of the ZVAR notebook's star: 0.8365280 +30.9371967, 0.08″ and 0.14″ off.
        Assert.True(Psid.TryDecode(145120008365555264, out SkyPosition position));
        Assert.Equal(0.836555, position.Ra, 6);
        Assert.Equal(30.937236, position.Dec, 6);
    }
}
