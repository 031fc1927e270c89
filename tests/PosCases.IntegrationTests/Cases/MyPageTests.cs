namespace PosCases.IntegrationTests.Cases;

/// <summary>What a merchant sees first.</summary>
public sealed class MyPageTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task An_open_case_stands_above_what_can_wait()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);

        var html = (await visitor.GetAsync("/my")).Html;

        var (open, canWait) = (html.IndexOf(number, StringComparison.Ordinal), html.IndexOf("to-read", StringComparison.Ordinal));
        Assert.True(canWait > 0, "This merchant has articles to read.");
        Assert.InRange(open, 1, canWait);
    }
}
