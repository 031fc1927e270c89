using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.AfterCare;
using PosCases.Cases.Notices;
using PosCases.Cases.Papers;
using PosCases.Cases.Reminders;
using PosCases.IntegrationTests.Insight;
using PosCases.Knowledge;
using PosCases.Knowledge.Training;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Prevention.Readiness;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Reminders;

/// <summary>A quiet host that mails.</summary>
public sealed class MailingHost : QuietHost
{
    internal SmtpListener Mail { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Mail:Host", "127.0.0.1");
        builder.UseSetting("Mail:Port", $"{Mail.Port}");
        builder.UseSetting("Mail:Tls", "false");
        builder.UseSetting("Mail:From", "desk@poscases.example");
    }

    public override async ValueTask DisposeAsync()
    {
        Mail.Dispose();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class ReminderTests : IAsyncLifetime
{
    private readonly MailingHost app = new();

    private DateOnly Today => ShanghaiTime.DateOf(app.Clock.GetUtcNow());

    public ValueTask InitializeAsync()
    {
        // At ten in the morning, a day on which nothing of the shipped articles is due yet.
        app.Clock.StopAt(ShanghaiTime.At(ShanghaiTime.DateOf(TimeProvider.System.GetUtcNow()).AddDays(1), new TimeOnly(10, 0)));
        _ = app.Services;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_channel_is_reminded_of_before_its_day_on_it_and_when_late_each_once_and_no_more_once_it_was_tried()
    {
        var id = await ChannelAsync("huanan", Today.AddDays(30));
        await ForwardAsync(22);
        Assert.Empty(await ChannelsAsync("huanan"));

        await ForwardAsync(1);
        var (soon, theirs) = (Assert.Single(await ChannelsAsync("huanan")), Assert.Single(await ChannelsAsync("huanan-staff")));
        Assert.Equal((ReminderKind.BackupTest, ReminderStage.Soon, "Example Pay", Today.AddDays(7)), (soon.Kind, soon.Stage, soon.Name, soon.DueOn));
        Assert.NotEqual(soon.Id, theirs.Id);
        Assert.Empty(await ChannelsAsync("lanxin"));
        Assert.Empty(await ChannelsAsync("li"));
        var unread = (await app.As("huanan").Send(new ListNotifications.CountQuery())).Value;
        await RunAsync();
        await Must(app.As(Caller.System).Send(new SendReminder.Command(ReminderKind.BackupTest, id.Value, soon.DueOn)));
        await ForwardAsync(3);
        Assert.Equal(soon.Id, Assert.Single(await ChannelsAsync("huanan")).Id);

        await ForwardAsync(4);
        Assert.Equal(ReminderStage.Due, Assert.Single(await ChannelsAsync("huanan")).Stage);
        Assert.Equal(unread, (await app.As("huanan").Send(new ListNotifications.CountQuery())).Value);
        await ForwardAsync(8);
        Assert.Equal(ReminderStage.Late, Assert.Single(await ChannelsAsync("huanan")).Stage);
        await TryAsync("huanan", id, Today.AddDays(90));
        await RunAsync();
        Assert.Empty(await ChannelsAsync("huanan"));
        Assert.Equal(unread - 1, (await app.As("huanan").Send(new ListNotifications.CountQuery())).Value);
    }

    [Fact]
    public async Task Nobody_is_reminded_at_night_and_what_the_night_held_back_comes_once_in_the_morning_after_a_restart()
    {
        await ChannelAsync("lanxin", Today.AddDays(3));
        app.Clock.Advance(TimeSpan.FromHours(13));
        await RunAsync();
        Assert.Empty(await RemindersAsync("lanxin"));

        app.Clock.Advance(TimeSpan.FromHours(9.5));
        await RunAsync();
        Assert.Single(await RemindersAsync("lanxin"));
        await using var again = new RestartedHost(app.DataFolder);
        again.Clock.StopAt(app.Clock.GetUtcNow());
        foreach (var command in await again.AskAsync(db => JobOf(again, "send-reminders").Due(db, again.Clock.GetUtcNow(), CancellationToken.None)))
        {
            Assert.IsNotType<SendReminder.Command>(command);
        }
    }

    [Fact]
    public async Task A_must_read_article_is_reminded_of_after_a_week_ends_when_understood_and_comes_back_with_a_new_version()
    {
        await ForwardAsync(5);
        Assert.Empty(await RemindersAsync("wang"));
        await ForwardAsync(3);
        Assert.Equal((ReminderKind.Reading, ReminderStage.Soon), (Assert.Single(await RemindersAsync("wang")).Kind, (await RemindersAsync("wang"))[0].Stage));
        Assert.Single(await RemindersAsync("kangle"));

        foreach (var row in (await app.As("wang").Send(new ListArticles.DueQuery())).Value)
        {
            var article = (await app.As("wang").Send(new ReadArticle.Query(row.Slug))).Value;
            await Must(app.As("wang").Send(new RecordReading.Command(article.Id, article.Number, Understood: true)));
        }

        await RunAsync();
        Assert.Empty(await RemindersAsync("wang"));
        Assert.Single(await RemindersAsync("kangle"));
        var shown = (await app.As("zhao").Send(new ManageArticles.OneQuery("scam-calls"))).Value.Article;
        await Must(app.As("zhao").Send(new SaveArticleDraft.Command("scam-calls", shown.Version, shown.Published!.Content with { SummaryEn = "Anew." })));
        await Must(app.As("sun").Send(new PublishArticle.Command(shown.Id, (await app.As("sun").Send(new ManageArticles.OneQuery("scam-calls"))).Value.Article.Version)));
        await ForwardAsync(8);
        Assert.Single(await RemindersAsync("wang"));
    }

    [Fact]
    public async Task A_training_ends_and_a_newer_one_of_the_same_person_and_topic_ends_its_reminder()
    {
        await TrainAsync("xiangman", Today.AddDays(29));
        await RunAsync();
        var told = Assert.Single(await RemindersAsync("xiangman"));
        Assert.Equal((ReminderKind.Training, "He"), (told.Kind, told.Name));

        await TrainAsync("xiangman", Today.AddDays(400));
        await RunAsync();
        Assert.Empty(await RemindersAsync("xiangman"));
    }

    [Fact]
    public async Task A_look_back_that_nobody_recorded_calls_its_owner_and_the_merchant_who_has_not_answered()
    {
        var id = await app.Given.Case().Of("hengtong").By("li").At(DemoPath.ClosedFull);
        foreach (var command in await app.AskAsync(db => BeginAfterCare.Job.Due(db, app.Clock.GetUtcNow(), CancellationToken.None)))
        {
            await Must(app.As(Caller.System).Send(command));
        }

        var plan = (await app.As("li").Send(new ViewCareOfCase.Query(id))).Value.Plan!;
        app.Clock.Advance(TimeSpan.FromDays(plan.NextLookBackOn!.Value.DayNumber - Today.DayNumber));
        await Must(app.As(Caller.System).Send(new OpenLookBack.Command(id)));
        var asked = Assert.Single((await app.As("hengtong").Send(new ViewMyCare.Query(id))).Value.Asked);
        Assert.DoesNotContain(await RemindersAsync("li"), r => r.Kind == ReminderKind.LookBack);
        await ForwardAsync(asked.DueOn.DayNumber - Today.DayNumber);

        Assert.Contains(await RemindersAsync("li"), r => r is { Kind: ReminderKind.LookBack, Stage: ReminderStage.Due, Name: null });
        Assert.Contains(await RemindersAsync("hengtong"), r => r.Kind == ReminderKind.LookBack);
        Assert.DoesNotContain(await RemindersAsync("wang"), r => r.Kind == ReminderKind.LookBack);
        await Must(app.As("li").Send(new RecordLookBack.Command(asked.Id, asked.Version, new LookBackResult(LookBackAnswer.Well, false, CareProgress.All, null))));
        await RunAsync();
        Assert.DoesNotContain(await RemindersAsync("li"), r => r.Kind == ReminderKind.LookBack);
        Assert.DoesNotContain(await RemindersAsync("hengtong"), r => r.Kind == ReminderKind.LookBack);
    }

    [Fact]
    public async Task A_paper_that_has_ended_is_called_for_until_a_newer_one_of_its_kind_is_kept()
    {
        await KeepAsync("kangle", Today);
        await RunAsync();
        Assert.Empty(await RemindersAsync("kangle"));
        await ForwardAsync(1);
        Assert.Equal((ReminderKind.Paper, ReminderStage.Due), (Assert.Single(await RemindersAsync("kangle")).Kind, (await RemindersAsync("kangle"))[0].Stage));

        await KeepAsync("kangle", Today.AddYears(1));
        await RunAsync();
        Assert.Empty(await RemindersAsync("kangle"));
    }

    [Fact]
    public async Task Who_does_not_want_a_kind_is_not_told_of_it_and_what_stood_in_his_list_goes()
    {
        await Must(app.As("jinhai").Send(new ChooseReminders.Command([ReminderKind.BackupTest], ByMail: true)));
        await ChannelAsync("jinhai", Today.AddDays(3));
        await TrainAsync("jinhai", Today.AddDays(3));
        await RunAsync();
        Assert.Equal([ReminderKind.Training], (await RemindersAsync("jinhai")).Select(r => r.Kind));

        await Must(app.As("jinhai").Send(new ChooseReminders.Command([ReminderKind.BackupTest, ReminderKind.Training], ByMail: false)));
        Assert.Empty(await RemindersAsync("jinhai"));
        var said = (await app.As("jinhai").Send(new ListReminders.ChoiceQuery())).Value;
        Assert.Equal((2, false, true), (said.Off.Count, said.ByMail, said.MailIsOn));
        Assert.Equal([ReminderKind.Reading, ReminderKind.Training], (await app.As("admin").Send(new ListReminders.ChoiceQuery())).Value.Kinds);
    }

    [Fact]
    public async Task A_reminder_is_read_by_its_person_only_and_all_at_once()
    {
        await ChannelAsync("huanan", Today.AddDays(3));
        await ChannelAsync("huanan", Today.AddDays(4));
        await RunAsync();
        var first = (await RemindersAsync("huanan"))[0];

        Assert.IsType<NotFound>((await app.As("huanan-staff").Send(new ReadReminder.Command(first.Id))).Error);
        await Must(app.As("huanan").Send(new ReadReminder.Command(first.Id)));
        Assert.Equal(1, (await RemindersAsync("huanan")).Count(r => r.IsRead));
        await Must(app.As("huanan").Send(new MarkNotificationsRead.Command(null)));
        Assert.All(await RemindersAsync("huanan"), r => Assert.True(r.IsRead));
        Assert.All(await RemindersAsync("huanan-staff"), r => Assert.False(r.IsRead));
    }

    [Fact]
    public async Task One_mail_a_day_says_what_is_due_to_who_wants_mail_and_nothing_of_what_was_done_or_read()
    {
        await Must(app.As("huanan-staff").Send(new ChooseReminders.Command([], ByMail: false)));
        await ChannelAsync("huanan", Today.AddDays(3));
        await TrainAsync("huanan", Today.AddDays(3));
        var lanxin = await ChannelAsync("lanxin", Today.AddDays(3));
        await RunAsync();
        await MailAsync();
        Assert.Empty(app.Mail.Taken);

        await TryAsync("lanxin", lanxin, Today.AddDays(90));
        await ForwardAsync(1);
        await MailAsync();
        await MailAsync();
        var (to, text) = Assert.Single(app.Mail.Taken);
        Assert.Contains("huanan@demo.example", to, StringComparison.Ordinal);
        Assert.DoesNotContain("Example Pay", text, StringComparison.Ordinal);
    }

    private async Task MailAsync()
    {
        foreach (var command in await app.AskAsync(db => MailReminders.Job.Due(db, app.Clock.GetUtcNow(), CancellationToken.None)))
        {
            await Must(app.As(Caller.System).Send(command));
        }

        await app.DeliverAsync();
    }

    private async Task ForwardAsync(int days)
    {
        app.Clock.Advance(TimeSpan.FromDays(days));
        await RunAsync();
    }

    private async Task RunAsync()
    {
        foreach (var command in await app.AskAsync(db => JobOf(app, "send-reminders").Due(db, app.Clock.GetUtcNow(), CancellationToken.None)))
        {
            await Must(app.As(Caller.System).Send(command));
        }
    }

    private async Task<IReadOnlyList<ListReminders.Row>> RemindersAsync(string person) => (await app.As(person).Send(new ListReminders.Query())).Value;

    private async Task<IReadOnlyList<ListReminders.Row>> ChannelsAsync(string person) => [.. (await RemindersAsync(person)).Where(r => r.Kind == ReminderKind.BackupTest)];

    private async Task<BackupChannelId> ChannelAsync(string person, DateOnly next)
    {
        var id = (await app.As(person).Send(new AddBackupChannel.Command(null, new BackupForm(BackupKind.QrCode, null, "Example Pay", null)) { InOwnName = true })).Value;
        await TryAsync(person, id, next);
        return id;
    }

    private async Task TryAsync(string person, BackupChannelId id, DateOnly next)
    {
        var seen = (await app.As(person).Send(new ViewReadiness.Query(null))).Value.Channels.Single(c => c.Channel.Id == id).Channel.Version;
        await Must(app.As(person).Send(new TestBackupChannel.Command(id, seen, Today, true, null, next)));
    }

    private Task TrainAsync(string person, DateOnly until) => Must(app.As(person).Send(new RecordTraining.Command(new TrainingForm("He", null, null, "till", Today, until))));

    private async Task KeepAsync(string person, DateOnly until)
    {
        var merchant = (await app.AskAsync(db => db.Set<Person>().Where(p => p.UserName == person + "@demo.example").Select(p => p.MerchantId).SingleAsync()))!.Value;
        Assert.Null((await app.As(person).Send(new AddMerchantPaper.Command(new PaperForm("BUSINESS_LICENSE", null, until), await app.TakeAsync(merchant.Value)))).Error);
    }

    private static Job JobOf(TestHost host, string name) => host.Services.GetServices<Job>().Single(j => j.Name == name);

    private static async Task Must<TResult>(Task<TResult> sending)
        where TResult : Result => Assert.Null((await sending).Error?.Code);
}
