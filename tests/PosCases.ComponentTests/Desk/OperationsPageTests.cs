using Microsoft.Extensions.DependencyInjection;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Tools;
using PosCases.Web.Design;
using PosCases.Web.Desk.Operations;

namespace PosCases.ComponentTests.Desk;

public sealed class OperationsPageTests : DeskContext
{
    readonly ListParked.Row parked = new(Guid.NewGuid(), "case-notice", Now.AddDays(-1), 7, Now, "TimeoutException");

    public OperationsPageTests()
    {
        Mediator.On<ListParked.Query>(_ => Answer(new ListParked.Answer([parked], 3)));
        Mediator.On<ListJobs.Query>(_ => Answer<IReadOnlyList<JobLease>>([new JobLease { Name = "wake-due-cases", LastError = "Conflict" }]));
        Mediator.On<ListTools.Query>(_ => Answer(new ListTools.Answer([new(Tool.Qpdf, "/usr/bin/qpdf"), new(Tool.Chromium, null)], true, false)));
    }

    [Fact]
    public void It_shows_what_is_stuck_and_what_runs()
    {
        var page = Render<OperationsPage>();

        Assert.Contains("case-notice", page.Markup, StringComparison.Ordinal);
        Assert.Contains("3 on their way", page.Markup, StringComparison.Ordinal);
        Assert.Contains("wake-due-cases", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Conflict", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_which_programs_are_missing_and_what_is_not_offered_without_them()
    {
        var page = Render<OperationsPage>();

        Assert.Contains("Found", page.FindAll("tr").Single(r => r.TextContent.Contains("Qpdf", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        var missing = page.FindAll("tr").Single(r => r.TextContent.Contains("Chromium", StringComparison.Ordinal)).TextContent;
        Assert.Contains("Missing", missing, StringComparison.Ordinal);
        Assert.Contains("the print page is offered", missing, StringComparison.Ordinal);
        Assert.Contains("with the network of the server", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parked_message_is_tried_again()
    {
        Mediator.On<RetryParked.Command>(_ => Result.Ok);
        var page = Render<OperationsPage>();

        Mediator.On<ListParked.Query>(_ => Answer(new ListParked.Answer([], 4)));
        page.Find("tbody button").Click();

        Assert.Equal(parked.Id, Mediator.Only<RetryParked.Command>().Id);
        Assert.Contains("Nothing is parked", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_somebody_else_put_back_is_said_to_be_gone()
    {
        Mediator.On<RetryParked.Command>(_ => new NotFound("OutboxMessage"));

        Render<OperationsPage>().Find("tbody button").Click();

        Assert.Equal(Tone.Danger, Services.GetRequiredService<Toasts>().Shown.Single().Tone);
    }

    [Fact]
    public void Who_does_not_operate_is_told_so()
    {
        Mediator.On<ListParked.Query>(_ => Refuse<ListParked.Answer>(new NotPermitted()));
        Mediator.On<ListJobs.Query>(_ => Refuse<IReadOnlyList<JobLease>>(new NotPermitted()));
        Mediator.On<ListTools.Query>(_ => Refuse<ListTools.Answer>(new NotPermitted()));

        Assert.Equal(3, Render<OperationsPage>().FindAll(".state").Count);
    }
}
