using Microsoft.Extensions.DependencyInjection;
using PosCases.AfterCare;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Papers;
using PosCases.ComponentTests.Desk;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Web.AfterCare;

namespace PosCases.ComponentTests.AfterCare;

public sealed class PreventionTabTests : DeskContext
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Actor Shop = new(Guid.NewGuid(), "Chen", Role.MerchantOwner, Guid.NewGuid());

    [Fact]
    public void The_causes_propose_measures_and_the_agent_chooses_with_day_person_and_words()
    {
        var found = CaseWorld.NewCase();
        Given(found, Li);
        Give(View() with { Proposed = ["P05", "P06", "P27"] });
        Mediator.On<SaveCarePlan.Command>(_ => Result.Ok);
        var page = Open(found);

        page.FindAll(".card-actions button").Single(b => b.TextContent.Contains("Choose", StringComparison.Ordinal)).Click();
        page.FindAll("dialog input[type=checkbox]").Single(i => i.GetAttribute("value") == "P27").Change(false);
        page.Find("dialog [name='Lines[0].Person']").Change("He");
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<SaveCarePlan.Command>();
        Assert.Equal((found.Id, (Guid?)null), (sent.Case, sent.Version));
        Assert.Equal([new CareLine("P05", Today.AddDays(14), null, "He"), new CareLine("P06", Today.AddDays(21))], sent.Lines);
    }

    [Fact]
    public void What_a_merchant_shows_is_accepted_or_returned_with_a_reason_and_its_paper_can_be_opened()
    {
        var found = CaseWorld.NewCase();
        Given(found, Li);
        var (plan, paper) = (Begun(found.Id), new MerchantPaperId(Guid.NewGuid()));
        var task = CareTask.Plan(plan, new CareLine("P13", Today.AddDays(20)), CaseWorld.Now);
        task.Hand(Today);
        task.Offer("one page", paper, Shop, CaseWorld.Now);
        Give(View() with { Plan = plan, Tasks = [task], MayPlan = false, Papers = new Dictionary<MerchantPaperId, string> { [paper] = "plan.png" } });
        Mediator.On<JudgeCareTask.Command>(_ => Result.Ok);
        var page = Open(found);

        Assert.Equal($"/merchant-papers/{paper.Value}", page.FindAll(".desk-tasks a").Single(a => a.TextContent.Contains("plan.png", StringComparison.Ordinal)).GetAttribute("href"));
        page.FindAll(".desk-tasks button").Single(b => b.TextContent == "Ask for more").Click();
        page.Find("dialog textarea").Change("who calls the bank?");
        page.Find("dialog form").Submit();

        var sent = Mediator.Only<JudgeCareTask.Command>();
        Assert.Equal((task.Id, CareJudgement.Return, "who calls the bank?"), (sent.Id, sent.Judgement, sent.Reason));
    }

    [Fact]
    public void A_look_back_is_prefilled_with_the_merchants_answer_and_what_is_known()
    {
        var found = CaseWorld.NewCase();
        Given(found, Li);
        var plan = Begun(found.Id);
        var back = LookBack.Open(plan, Li.Id, Today.AddDays(-1), CaseWorld.Now);
        back.Say(LookBackAnswer.Restricted, "since Monday", CaseWorld.Now);
        Give(View() with { Plan = plan, LookBacks = [back], RefrozenBy = ["FZ-2026-000777"], MayPlan = false });
        Mediator.On<RecordLookBack.Command>(_ => Result.Ok);
        var page = Open(found);

        Assert.Contains("FZ-2026-000777", page.Markup, StringComparison.Ordinal);
        page.FindAll("button").First(b => b.TextContent == "Record").Click();
        page.Find("dialog form").Submit();

        Assert.Equal(new LookBackResult(LookBackAnswer.Restricted, true, CareProgress.All, null), Mediator.Only<RecordLookBack.Command>().Result);
    }

    [Fact]
    public void The_desks_list_leads_to_the_case_narrows_by_owner_and_pages_on()
    {
        SignIn(Li);
        Mediator.On<ListCare.Query>(_ => Answer(new ListCare.Answer(
            [new("FZ-2026-000123", "Noodle House", null, Today.AddDays(-1), 30, LookBackAnswer.Restricted, null, null)], "2026-11-23.7",
            new Dictionary<CarePart, int> { [CarePart.LookBacks] = 100 }, Today)));

        var page = Render<CarePage>();

        Assert.Equal("/desk/cases/FZ-2026-000123?tab=prevention", page.Find(".care-list tbody a").GetAttribute("href"));
        Assert.Contains("Restricted again", page.Find(".care-list").TextContent, StringComparison.Ordinal);
        Assert.Contains(page.FindAll("a"), a => a.GetAttribute("href") == "/desk/after-care?part=lookbacks&owner=mine&after=2026-11-23.7");
        Assert.Equal(new ListCare.Query(CarePart.LookBacks, CareOwner.Mine), Mediator.Only<ListCare.Query>());
    }

    private static ViewCareOfCase.View View() => new(null, [], [], [], [], [], new Dictionary<CaseId, string>(), MayPlan: true, Today);

    private static CarePlan Begun(CaseId id)
    {
        var plan = CarePlan.Of(id, MerchantId.New(), Li.Id);
        plan.Begin(Today.AddDays(-30), Li.Id, WorkCalendar.WeekendsOnly, CaseWorld.Now);
        return plan;
    }

    private void Give(ViewCareOfCase.View view) => Mediator.On<ViewCareOfCase.Query>(_ => Answer(view));

    private IRenderedComponent<PosCases.Web.Desk.CasePage> Open(Case found)
    {
        Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo("?tab=prevention");
        return Render<PosCases.Web.Desk.CasePage>(p => p.Add(c => c.Number, found.Number));
    }
}
