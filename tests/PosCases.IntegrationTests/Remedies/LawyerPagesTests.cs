using System.Net;
using System.Text.RegularExpressions;
using PosCases.IntegrationTests.Cases;
using PosCases.IntegrationTests.People;
using PosCases.Platform.Security;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Remedies;

/// <summary>The way of a lawyer over HTTP: invited, in, reading, writing, out again.</summary>
public sealed partial class LawyerPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly byte[] Png = Pictures.Png(64);

    [Fact]
    public async Task An_owner_invites_a_lawyer_who_sees_this_case_alone_writes_uploads_and_advises_until_revoked()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        var (_, other) = await host.OwnerWithCaseAsync();
        using var boss = await host.VisitAsync(owner);
        using var lawyer = new Visitor(host, "en");

        var invited = await boss.SubmitAsync($"/my/cases/{number}/lawyer", "invite", ("Input.DisplayName", "Xu"), ("Input.UserName", "xu@law.example"));
        var accepted = await lawyer.SubmitAsync(Link().Match(invited.Html).Value, "accept", ("Input.DisplayName", "Xu"), ("Input.Password", AccountHost.Password));
        Assert.Equal("/guest", accepted.Location);

        Assert.Contains(number, (await lawyer.GetAsync("/guest")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(other, (await lawyer.GetAsync("/guest")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await lawyer.GetAsync($"/guest/cases/{number}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lawyer.GetAsync($"/guest/cases/{other}")).Status);
        foreach (var closed in new[] { $"/my/cases/{number}", "/my", "/my/merchant", $"/desk/cases/{number}", "/desk", "/institutions", "/playbooks", "/admin/people", $"/my/cases/{number}/lawyer" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await lawyer.GetAsync(closed)).Status);
        }

        Assert.Equal($"/guest/cases/{number}#advice", (await lawyer.SubmitAsync($"/guest/cases/{number}", "advice", ("Advice", "Object in writing."))).Location);
        Assert.Equal($"/guest/cases/{number}#messages", (await lawyer.SubmitAsync($"/guest/cases/{number}", "message", ("Text", "I act for them."))).Location);
        Assert.Equal(HttpStatusCode.Created, (await lawyer.UploadAsync($"/guest/cases/{number}", $"/cases/{number}/evidence", "a.png", Png, ("code", "OTHER"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lawyer.UploadAsync($"/guest/cases/{number}", $"/cases/{other}/evidence", "a.png", Png, ("code", "OTHER"))).Status);
        var seen = (await boss.GetAsync($"/my/cases/{number}")).Html;
        Assert.Contains("Object in writing.", seen, StringComparison.Ordinal);
        Assert.Contains("I act for them.", seen, StringComparison.Ordinal);

        var panel = (await boss.GetAsync($"/my/cases/{number}/lawyer")).Html;
        await boss.SubmitAsync($"/my/cases/{number}/lawyer", "revoke", ("guest", Guest().Match(panel).Groups["id"].Value));
        Assert.Equal(HttpStatusCode.NotFound, (await lawyer.GetAsync($"/guest/cases/{number}")).Status);
        Assert.DoesNotContain(number, (await lawyer.GetAsync("/guest")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_no_name_to_sign_in_with_is_said_at_its_field()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var boss = await host.VisitAsync(owner);

        var refused = await boss.SubmitAsync($"/my/cases/{number}/lawyer", "invite", ("Input.DisplayName", "Xu"), ("Input.UserName", "nobody"));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("field-error", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_signed_in_reads_the_rules_and_nobody_else()
    {
        using var nobody = new Visitor(host);
        using var merchant = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));

        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync("/rules")).Status);
        var page = await merchant.GetAsync("/rules?q=ATFL-32");
        Assert.Contains("ATFL-32", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("AML-39", page.Html, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await merchant.GetAsync("/desk/rules")).Status);
    }

    [GeneratedRegex(@"/account/accept\?t=[\w-]+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"name=""guest"" value=""(?<id>[0-9a-f-]{36})""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Guest();
}
