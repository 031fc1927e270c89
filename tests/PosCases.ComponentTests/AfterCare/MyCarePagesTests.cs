using Microsoft.Extensions.DependencyInjection;
using PosCases.AfterCare;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Cases.Papers;
using PosCases.Merchants;
using PosCases.Platform.Security;
using PosCases.Web.AfterCare;
using PosCases.Web.Cases;

namespace PosCases.ComponentTests.AfterCare;

public sealed class MyCarePagesTests : FeatureContext
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Actor Owner = new(Guid.NewGuid(), "Chen", Role.MerchantOwner, Guid.NewGuid());
    private static readonly CarePlan Plan = Begun();

    public MyCarePagesTests()
        : base(isInteractive: false, services => services.AddCaseScreens().AddSingleton(new EvidenceLimits()))
    {
    }

    [Fact]
    public void Open_tasks_come_with_their_day_and_what_is_late_says_so_without_blame()
    {
        var (late, returned) = (Handed("P13", Today.AddDays(-20), Today.AddDays(-40)), Handed("P02", Today.AddDays(9), Today));
        returned.Offer("done", null, Owner, Now);
        returned.Return("which one?", Owner, Now);
        Give(View() with { Tasks = [late, returned] });

        var page = Render<MyCarePage>();

        var rows = page.FindAll(".care-tasks > li");
        Assert.Contains("Past its day", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("which one?", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal($"/after-care/tasks/{late.Id.Value}", rows[0].QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Who_says_that_the_account_is_restricted_again_is_offered_to_file_a_case()
    {
        var asked = LookBack.Open(Plan, null, Today, Now);
        Give(View() with { Asked = [asked], Numbers = new Dictionary<CaseId, string> { [asked.CaseId] = "FZ-2026-000123" } });
        Assert.DoesNotContain("/my/new", Render<MyCarePage>().Markup, StringComparison.Ordinal);

        asked.Say(LookBackAnswer.Restricted, null, Now);

        var page = Render<MyCarePage>();
        Assert.Equal("/my/new", page.Find(".care-ask a").GetAttribute("href"));
        Assert.Equal(["Well", "Restricted", "Other"], page.FindAll(".care-ask input[type=radio]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public void Without_a_closed_case_there_is_nothing_to_do()
    {
        Give(View() with { HasAfterCare = false });

        Assert.Contains("Nothing to do now", Render<MyCarePage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_paper_handed_in_for_a_task_is_chosen_already()
    {
        var task = Handed("P13", Today.AddDays(9), Today);
        var paper = MerchantPaper.Keep(
            Plan.MerchantId, new PaperForm(EvidenceCode.Rectification, null, null), new StoredFile("k", "plan.png", "image/png", 1, new string('a', 64)), null, Owner, Now.AddMinutes(5));
        Mediator.On<PosCases.Knowledge.ListArticlesOfCase.OfMeasureQuery>(_ => Answer<IReadOnlyList<PosCases.Knowledge.ListArticlesOfCase.Row>>([new("staff-basics", "z", "For new people")]));
        Mediator.On<ViewMyCare.TaskQuery>(_ => Answer(new ViewMyCare.TaskView(task, "FZ-2026-000123", [paper], Today)));

        var page = Render<MyCareTaskPage>(p => p.Add(x => x.Id, task.Id.Value));

        Assert.Equal(paper.Id.Value.ToString(), page.Find("input[name=Paper][checked]").GetAttribute("value"));
        Assert.Contains("plan.png", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_the_self_check_shows_one_group_says_why_and_keeps_what_is_ticked()
    {
        var inspection = Inspection.Start(Plan, Owner, Now);
        inspection.Save(new Dictionary<string, InspectionAnswer> { ["Q02"] = InspectionAnswer.Partly }, Now);
        Mediator.On<ViewMyCare.InspectionQuery>(_ => Answer(new ViewMyCare.InspectionView(inspection, [])));

        var page = Render<CheckStepPage>(p => p.Add(x => x.Id, inspection.Id.Value).Add(x => x.Step, 1));

        Assert.Equal(["Q01", "Q02", "Q03", "Q04"], page.FindAll("input[type=radio]").Select(i => i.GetAttribute("name")).Distinct());
        Assert.Equal("Partly", page.Find("input[name=Q02][checked]").GetAttribute("value"));
        Assert.Equal($"/after-care/check/{inspection.Id.Value}/answers", page.Find("form").GetAttribute("data-autosave"));
        Assert.Contains("hard to explain", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_shows_the_score_its_arithmetic_and_the_task_of_every_finding()
    {
        var inspection = Inspection.Start(Plan, Owner, Now);
        inspection.Save(inspection.Questionnaire.Questions.ToDictionary(q => q.Code, q => q.Code == "Q01" ? InspectionAnswer.No : InspectionAnswer.Yes), Now);
        inspection.Finish(Owner, Now);
        var task = CareTask.Find(Plan, inspection, inspection.Questionnaire.Find("Q01")!, InspectionAnswer.No, Today, Now);
        Mediator.On<ViewMyCare.InspectionQuery>(_ => Answer(new ViewMyCare.InspectionView(inspection, [task])));

        var page = Render<CheckPage>(p => p.Add(x => x.Id, inspection.Id.Value));

        Assert.Equal("94", page.Find(".care-score-value strong").TextContent);
        Assert.Contains("76 points of 81", page.Markup, StringComparison.Ordinal);
        Assert.Equal($"/after-care/tasks/{task.Id.Value}", page.Find(".care-tasks a").GetAttribute("href"));
    }

    [Fact]
    public void Scores_are_a_picture_and_the_same_numbers_in_a_table()
    {
        var (first, second) = (Done(InspectionAnswer.No), Done(InspectionAnswer.Yes));

        var trend = Render<ScoreTrend>(p => p.Add(t => t.Inspections, [first, second]));

        Assert.Equal(2, trend.FindAll("svg .chart-bar").Count);
        Assert.Equal(["100", "94"], trend.FindAll("tbody td.num").Select(td => td.TextContent));
    }

    private static Inspection Done(InspectionAnswer answer)
    {
        var inspection = Inspection.Start(Plan, Owner, Now);
        inspection.Save(inspection.Questionnaire.Questions.ToDictionary(q => q.Code, q => q.Code == "Q01" ? answer : InspectionAnswer.Yes), Now);
        inspection.Finish(Owner, Now);
        return inspection;
    }

    private static CareTask Handed(string code, DateOnly due, DateOnly on)
    {
        var task = CareTask.Plan(Plan, new CareLine(code, due), Now);
        task.Hand(on);
        return task;
    }

    private static CarePlan Begun()
    {
        var plan = CarePlan.Of(CaseId.New(), MerchantId.New(), Owner.Id);
        plan.Begin(Today.AddDays(-30), Owner.Id, WorkCalendar.WeekendsOnly, Now);
        return plan;
    }

    private static ViewMyCare.View View() => new([], [], [], null, new Dictionary<CaseId, string>(), Reminds: true, HasAfterCare: true, Today);

    private void Give(ViewMyCare.View view) => Mediator.On<ViewMyCare.Query>(_ => Answer(view));
}
