using PosCases.Cases.Reminders;
using PosCases.Web.Cases;
using PosCases.Web.Cases.Notices;

namespace PosCases.ComponentTests.Cases;

public sealed class ReminderPartsTests : FeatureContext
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    public ReminderPartsTests() : base(isInteractive: false, addServices: services => services.AddCaseScreens())
    {
    }

    [Fact]
    public void Each_reminder_leads_to_the_place_where_it_is_done_and_says_what_it_is_of()
    {
        var rows = Enum.GetValues<ReminderKind>().Select((k, i) => new ListReminders.Row(Guid.NewGuid(), k, ReminderStage.Due, k == ReminderKind.BackupTest ? "Example Pay" : null, Day, DateTimeOffset.UnixEpoch, i == 0)).ToList();
        Mediator.On<ListReminders.Query>(_ => Answer<IReadOnlyList<ListReminders.Row>>(rows));

        var shop = Render<Reminders>(p => p.Add(r => r.ForMerchant, true));
        Assert.Equal(
            ["/my/readiness", "/help", "/my/training", "/after-care", "/after-care", "/my/merchant/papers"],
            shop.FindAll(".notice-list a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Example Pay", shop.Find(".notice-list a").TextContent, StringComparison.Ordinal);
        // What is read has no button any more.
        Assert.Equal(5, shop.FindAll("button[name=reminder]").Count);
        var desk = Render<Reminders>(p => p.Add(r => r.ForMerchant, false));
        Assert.Equal(["/account/training", "/desk/after-care"], desk.FindAll(".notice-list a").Skip(2).Take(2).Select(a => a.GetAttribute("href")));
        Assert.NotEqual(shop.FindAll(".notice-list a")[3].TextContent, desk.FindAll(".notice-list a")[3].TextContent);
    }

    [Fact]
    public void Nothing_is_shown_where_nothing_is_due_or_nobody_may_be_reminded()
    {
        Mediator.On<ListReminders.Query>(_ => Answer<IReadOnlyList<ListReminders.Row>>([]));
        Mediator.On<ListReminders.ChoiceQuery>(_ => Answer(new ListReminders.Choice([], [], true, false)));

        Assert.Empty(Render<Reminders>(p => p.Add(r => r.ForMerchant, true)).Markup.Trim());
        Assert.Empty(Render<ReminderChoices>().Markup.Trim());
    }

    [Fact]
    public void The_choice_shows_what_is_wanted_and_says_when_no_mail_is_sent()
    {
        Mediator.On<ListReminders.ChoiceQuery>(_ => Answer(new ListReminders.Choice([ReminderKind.Reading, ReminderKind.Training], [ReminderKind.Training], false, MailIsOn: false)));

        var card = Render<ReminderChoices>();

        Assert.Equal([true, false], card.FindAll("input[name=Wanted]").Select(i => i.HasAttribute("checked")));
        Assert.False(card.Find("input[name=ByMail]").HasAttribute("checked"));
        Assert.Contains("server", card.Markup, StringComparison.Ordinal);
    }
}
