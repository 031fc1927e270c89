using System.Net;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Impact;
using PosCases.Cases.Relief;
using PosCases.Platform.Security;

namespace PosCases.IntegrationTests.Cases;

public sealed class ImpactPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task The_impact_is_told_without_any_script_and_shown_to_be_printed()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);

        var sent = await visitor.SubmitAsync(
            $"/my/cases/{number}/impact", "impact", ("Seen", "0"), ("DailyTakings", "3,000"), ("LostSharePercent", "50%"), ("MarginPercent", "40"),
            ("Payables.What", "wages"), ("Payables.Amount", "800"), ("Payables.DueOn", "2027-01-05"), ("Effects", "Survival"), ("Note", "card 6222021234567890128"));

        Assert.Equal($"/my/cases/{number}#impact", sent.Location);
        var annex = (await visitor.GetAsync($"/cases/{number}/impact")).Html;
        Assert.Contains("\u00A5600.00", annex, StringComparison.Ordinal);
        Assert.Contains("622202*********0128", annex, StringComparison.Ordinal);
        var stored = await host.AskAsync(db => db.Set<ImpactStatement>().AsNoTracking().SingleAsync(i => db.Set<Case>().Any(c => c.Id == i.CaseId && c.Number == number)));
        Assert.Equal(new Payable("wages", 800m, new DateOnly(2027, 1, 5)), Assert.Single(stored.Form.Payables));
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);

        var sent = await visitor.SubmitAsync($"/my/cases/{number}/impact", "impact", ("Seen", "0"), ("DailyTakings", "three thousand"), ("CashDays", "7"));

        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Contains("three thousand", sent.Html, StringComparison.Ordinal);
        Assert.Contains("f-DailyTakings-error", sent.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_is_kept_while_it_is_typed_and_is_there_again_later()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var page = $"/my/cases/{number}/impact";

        var kept = await visitor.PostFromAsync(page, $"/cases/{number}/impact/draft", ("Seen", "0"), ("CashOnHand", "4321"));
        var wrong = await visitor.PostFromAsync(page, $"/cases/{number}/impact/draft", ("Seen", "0"), ("CashOnHand", "4321"), ("CashDays", "many"));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.BadRequest), (kept.Status, wrong.Status));
        Assert.Contains("value=\"4321\"", (await visitor.GetAsync(page)).Html, StringComparison.Ordinal);
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostFromAsync("/my", $"/cases/{number}/impact/draft", ("Seen", "0"))).Status);
    }

    [Fact]
    public async Task A_way_to_be_paid_is_chosen_in_the_own_name_only_and_ended_with_a_reason()
    {
        var (owner, number) = await host.OwnerWithCaseAsync();
        using var visitor = await host.VisitAsync(owner);
        var page = $"/my/cases/{number}/interim";

        var borrowed = await visitor.SubmitAsync(page, "choose-interim", ("Terms.Code", "platform"), ("Terms.StartsOn", "2026-11-24"));
        Assert.Equal(HttpStatusCode.OK, borrowed.Status);
        await visitor.SubmitAsync(page, "choose-interim", ("Terms.Code", "platform"), ("Terms.StartsOn", "2026-11-24"), ("Terms.OwnName", "true"), ("Terms.DailyLimit", "5000"));
        var way = await host.AskAsync(db => db.Set<InterimWay>().AsNoTracking().SingleAsync(w => db.Set<Case>().Any(c => c.Id == w.CaseId && c.Number == number)));
        await visitor.SubmitAsync(page, "end-interim", ("way", way.Id.ToString()), ($"Reason.{way.Id}", "too dear"));

        Assert.Equal(("platform", 5000m), (way.Code, way.DailyLimit));
        Assert.Equal("too dear", await host.AskAsync(db => db.Set<InterimWay>().Where(w => w.Id == way.Id).Select(w => w.EndReason).SingleAsync()));
    }

    [Fact]
    public async Task Another_merchants_impact_and_plan_do_not_exist()
    {
        var (_, number) = await host.OwnerWithCaseAsync();
        using var stranger = await host.VisitAsync(await host.OpenAsync(Role.MerchantOwner));

        foreach (var page in new[] { $"/cases/{number}/impact", $"/my/cases/{number}/impact", $"/my/cases/{number}/interim" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(page)).Status);
        }
    }
}
