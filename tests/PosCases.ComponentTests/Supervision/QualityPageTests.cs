using PosCases.Cases;
using PosCases.ComponentTests.Desk;
using PosCases.Platform.Messages;
using PosCases.Supervision;
using PosCases.Web.Supervision;

namespace PosCases.ComponentTests.Supervision;

public sealed class QualityPageTests : DeskContext
{
    readonly QualityCheck check = QualityCheck.Of(new DateOnly(2026, 11, 16), CaseId.New(), SampleReason.Overturned, Li.Id, Li.Id, null);

    [Fact]
    public void A_week_shows_its_sample_and_who_may_not_look_at_which()
    {
        SignIn(Wang);
        var week = new SamplePeriod { Period = check.Period, DrawnAt = Now, Closed = 40, Drawn = 1, Rule = SampleRule.Usual };
        Mediator.On<ViewQuality.Query>(_ => Answer(new ViewQuality.Board(
            [week], week, [new(check, "FZ-2026-000001", Outcome.Refused, "Li", false, false)], [new(QualityChecklist.Points[0], 3, 4, 50)], [new("Li", 0, 1, null)], SampleRule.Usual, null)));

        var text = Render<QualityPage>().Markup;

        Assert.Contains("40 cases were closed in this week; 1 are looked at.", text, StringComparison.Ordinal);
        Assert.Contains("Not by you", text, StringComparison.Ordinal);
        Assert.Contains("75%", text, StringComparison.Ordinal);
        Assert.Contains("week before 50%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_point_must_be_answered_and_a_no_asks_for_a_word()
    {
        SignIn(Wang);
        Mediator.On<ViewQuality.OneQuery>(_ => Answer(new ViewQuality.Row(check, "FZ-2026-000001", Outcome.Refused, "Li", true, false)));
        Mediator.On<CheckQuality.Command>(_ => Result.Ok);
        var page = Render<QualityCheckPage>(p => p.Add(c => c.Id, check.Id));
        page.Find("form").Submit();
        Assert.Contains("13 points are still open.", page.Markup, StringComparison.Ordinal);

        foreach (var point in QualityChecklist.Points)
        {
            page.Find($"input[name={point.Code}][value=Yes]").Change("Yes");
        }

        page.Find("input[name=TONE][value=No]").Change("No");
        page.Find("input[name='Marks[8].Word']").Change("too hard");
        page.Find("form").Submit();

        Assert.Equal(("TONE", QualityAnswer.No, "too hard"), Mediator.Only<CheckQuality.Command>().Marks.Where(m => m.Answer == QualityAnswer.No).Select(m => (m.Code, m.Answer, m.Word)).Single());
    }
}
