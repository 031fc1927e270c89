using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Papers;
using PosCases.IntegrationTests.People;
using PosCases.Platform;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.Web.Cases.Papers;

namespace PosCases.IntegrationTests.Cases;

public sealed partial class MerchantPaperPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private string Tomorrow => ShanghaiTime.DateOf(host.Clock.GetUtcNow()).AddDays(1).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_merchant_keeps_a_paper_on_the_phone_and_sees_when_it_ends()
    {
        var owner = await host.OpenAsync(Role.MerchantOwner);
        using var visitor = await host.VisitAsync(owner);

        var taken = await UploadAsync(visitor, DemoPaper.Draw(21), ("code", "BUSINESS_LICENSE"), ("validTo", Tomorrow));

        Assert.Equal(HttpStatusCode.Created, taken.Status);
        var page = await visitor.GetAsync("/my/merchant/papers");
        Assert.Contains("\u8fd8\u6709 1 \u5929\u5230\u671f", page.Html, StringComparison.Ordinal);
        Assert.Contains("ending-papers", (await visitor.GetAsync("/my")).Html, StringComparison.Ordinal);
        using var file = await visitor.FetchAsync(Link().Match(page.Html).Value);
        Assert.Equal(DemoPaper.Draw(21), await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
        Assert.StartsWith("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        using var refused = await stranger.FetchAsync(Link().Match(page.Html).Value);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task What_is_refused_leaves_no_bytes_behind()
    {
        using var visitor = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        using var agent = await host.VisitAsync(await host.OpenAsync(Role.Agent));
        var before = Stored();

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await UploadAsync(visitor, "<html>"u8.ToArray(), ("code", "BUSINESS_LICENSE"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(visitor, DemoPaper.Draw(22), ("code", "CHAT_LOG"))).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync(visitor, [.. DemoPaper.Draw(22), .. new byte[CaseHost.LargestFile]], ("code", "BUSINESS_LICENSE"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await UploadAsync(visitor, DemoPaper.Draw(22), ("code", "BUSINESS_LICENSE"), ("__RequestVerificationToken", "wrong"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.UploadAsync("/account", MerchantPaperEndpoints.UploadPath, "a.png", DemoPaper.Draw(22), ("code", "BUSINESS_LICENSE"))).Status);

        Assert.Equal(before, Stored());
    }

    [Fact]
    public async Task A_kept_paper_is_offered_where_it_is_owed_and_handed_in_as_a_file_of_its_own()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        await UploadAsync(visitor, DemoPaper.Draw(23), ("code", "BUSINESS_LICENSE"), ("issuedOn", "2026-05-03"));
        await AskForLicenceAsync(number);
        var page = await visitor.GetAsync($"/my/cases/{number}");
        var form = Form().Match(page.Html).Groups["form"].Value;
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(DemoPaper.Draw(23)));
        var paper = await host.AskAsync(db => db.Set<MerchantPaper>().Where(p => p.Sha256 == hash).Select(p => p.Id).SingleAsync());

        var used = await visitor.SubmitAsync($"/my/cases/{number}", form, ("commandId", Guid.NewGuid().ToString()), ("paper", paper.Value.ToString()));

        Assert.Equal($"/my/cases/{number}#papers", used.Location);
        var item = await host.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).SelectMany(c => c.Evidence).SingleAsync());
        var kept = await host.AskAsync(db => db.Set<MerchantPaper>().SingleAsync(p => p.Id == paper));
        Assert.Equal(kept.Sha256, item.Sha256);
        Assert.NotEqual(kept.StorageKey, item.StorageKey);
        using var file = await visitor.FetchAsync($"/evidence/{item.Id.Value}");
        Assert.Equal(DemoPaper.Draw(23), await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_paper_that_was_accepted_is_kept_from_the_case_for_the_next_time_with_its_end()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        await visitor.UploadAsync($"/my/cases/{number}", $"/cases/{number}/evidence", "licence.png", DemoPaper.Draw(24), ("code", "BUSINESS_LICENSE"));
        var item = await host.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).SelectMany(c => c.Evidence).Select(i => i.Id).SingleAsync());
        Assert.DoesNotContain("keep-offer", (await visitor.GetAsync($"/my/cases/{number}")).Html, StringComparison.Ordinal);
        await host.AskAsync(db => db.Set<EvidenceItem>().Where(i => i.Id == item).ExecuteUpdateAsync(set => set.SetProperty(i => i.Status, EvidenceStatus.Accepted)));

        Assert.Contains("keep-offer", (await visitor.GetAsync($"/my/cases/{number}")).Html, StringComparison.Ordinal);
        var wrong = await visitor.SubmitAsync($"/my/cases/{number}", $"keep-{item.Value}", ("commandId", Guid.NewGuid().ToString()), ("ValidTo", "2026-05-02"), ("IssuedOn", "2026-05-03"));
        Assert.Contains("2026-05-02", wrong.Html, StringComparison.Ordinal);
        var kept = await visitor.SubmitAsync($"/my/cases/{number}", $"keep-{item.Value}", ("commandId", Guid.NewGuid().ToString()), ("ValidTo", Tomorrow), ("IssuedOn", ""));

        Assert.Equal($"/my/cases/{number}#papers", kept.Location);
        var paper = await host.AskAsync(db => db.Set<MerchantPaper>().SingleAsync(p => p.FromItem == item));
        Assert.Equal(("BUSINESS_LICENSE", Tomorrow), (paper.Code, paper.ValidTo!.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        var page = (await visitor.GetAsync($"/my/cases/{number}")).Html;
        Assert.DoesNotContain("keep-offer", page, StringComparison.Ordinal);
        Assert.Contains("/my/merchant/papers", page, StringComparison.Ordinal);
    }

    private async Task AskForLicenceAsync(string number)
    {
        // What the plan would ask for, without walking the case there.
        var id = await host.AskAsync(db => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync());
        await host.AskAsync(async db =>
        {
            db.Add(EvidenceRequirement.Of(id, new EvidenceAsk(["BUSINESS_LICENSE"], RequirementLevel.Required, "w", "w"), 1, 0, host.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
    }

    private static Task<Visitor.Answer> UploadAsync(Visitor visitor, byte[] bytes, params (string Name, string Value)[] fields) =>
        visitor.UploadAsync("/my", MerchantPaperEndpoints.UploadPath, "licence.png", bytes, fields);

    private int Stored() => Directory.Exists(Path.Combine(host.DataFolder, "evidence"))
        ? Directory.EnumerateFiles(Path.Combine(host.DataFolder, "evidence"), "*", SearchOption.AllDirectories).Count()
        : 0;

    [GeneratedRegex(@"/merchant-papers/[0-9a-f-]{36}(?="" download)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"name=""_handler"" value=""(?<form>use-[0-9a-f-]{36})""", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
