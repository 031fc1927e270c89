using PosCases.Web.Proof;

namespace PosCases.ComponentTests;

public sealed class ClickProofTests : BunitContext
{
    [Fact]
    public async Task A_click_is_counted()
    {
        SetRendererInfo(new("Server", isInteractive: true));
        var proof = Render<ClickProof>();

        await proof.Find("button").ClickAsync();

        proof.Find("span").MarkupMatches("<span>1</span>");
    }
}
