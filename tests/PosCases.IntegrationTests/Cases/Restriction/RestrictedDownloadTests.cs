using System.Net;
using System.Text.Json;
using PosCases.Cases;
using PosCases.Cases.Restriction;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Security;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Restriction;

public sealed class RestrictedDownloadTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly byte[] Picture = Pictures.Png(500);

    [Fact]
    public async Task Papers_and_pages_of_a_restricted_case_are_there_for_the_named_and_for_nobody_else()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        var staff = await host.OpenAsync(Role.MerchantStaff, owner.Merchant);
        var (agent, named) = (await host.OpenAsync(Role.Agent), await host.OpenAsync(Role.Supervisor));
        var (colleague, boss) = (await host.OpenAsync(Role.Agent), await host.OpenAsync(Role.Supervisor));
        var paper = await UploadAsync(owner, number);
        await WorkAndRestrictAsync(agent, named, number);

        foreach (var person in new[] { owner, agent, named })
        {
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await FetchAsync(person, paper));
        }

        foreach (var person in new[] { colleague, boss, staff })
        {
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), await FetchAsync(person, paper));
            Assert.Equal(HttpStatusCode.NotFound, await UploadStatusAsync(person, number));
        }
    }

    private async Task WorkAndRestrictAsync(AccountHost.Account agent, AccountHost.Account named, string number)
    {
        var caller = await host.CallerOf(agent);
        var found = (await host.SendAsync(new ViewCase.Query(number), caller)).Value.Case;
        Assert.Null((await host.SendAsync(new StartVerification.Command(found.Id, found.Version), caller)).Error);
        found = (await host.SendAsync(new ViewCase.Query(number), caller)).Value.Case;
        var restricted = await host.SendAsync(
            new RestrictCase.Command(found.Id, found.Version, RestrictionCause.Crime, "words", [named.Id.Value], HideFromMerchantStaff: true), caller);
        Assert.Null(restricted.Error);
    }

    private async Task<Guid> UploadAsync(AccountHost.Account person, string number)
    {
        using var visitor = await host.VisitAsync(person);
        var taken = await visitor.UploadAsync("/my", $"/cases/{number}/evidence", "a.png", Picture, ("code", "OTHER"));
        using var answer = JsonDocument.Parse(taken.Html);
        return answer.RootElement.GetProperty("id").GetGuid();
    }

    private async Task<HttpStatusCode> UploadStatusAsync(AccountHost.Account person, string number)
    {
        using var visitor = await host.VisitAsync(person);
        return (await visitor.UploadAsync("/account", $"/cases/{number}/evidence", "a.png", Picture, ("code", "OTHER"))).Status;
    }

    private async Task<(HttpStatusCode Download, HttpStatusCode InPlace)> FetchAsync(AccountHost.Account person, Guid paper)
    {
        using var visitor = await host.VisitAsync(person);
        using var download = await visitor.FetchAsync($"/evidence/{paper}");
        using var inPlace = await visitor.FetchAsync($"/evidence/{paper}?view=1");
        return (download.StatusCode, inPlace.StatusCode);
    }
}
