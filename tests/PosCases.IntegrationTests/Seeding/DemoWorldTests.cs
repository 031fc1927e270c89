using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PosCases.Audit;
using PosCases.Cases;
using PosCases.Cases.Deadlines;
using PosCases.Cases.Notices;
using PosCases.Cases.Packs;
using PosCases.Cases.Papers;
using PosCases.Cases.Transactions.Slips;
using PosCases.Cases.Worklist;
using PosCases.Letters;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Seeding;
using PosCases.Supervision;
using PosCases.Supervision.Consistency;
using PosCases.Team.Cover;
using PosCases.TestSupport;
using PosCases.Web.Hosting;

namespace PosCases.IntegrationTests.Seeding;

public sealed class DemoWorldTests(DemoWorldTests.Host app) : IClassFixture<DemoWorldTests.Host>
{
    [Fact]
    public async Task The_demo_world_has_cases_in_every_status_and_with_every_outcome_but_the_rarest()
    {
        var cases = await app.AskAsync(db => db.Set<Case>().Select(c => new { c.Status, c.Outcome }).ToListAsync());

        Assert.InRange(cases.Count, 38, 100);
        Assert.Equal(
            Enum.GetValues<CaseStatus>().Except([CaseStatus.Draft]),
            cases.Select(c => c.Status).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<Outcome>().Except([Outcome.ServiceEnded, Outcome.ExpiredByLaw, Outcome.Deducted]),
            cases.Where(c => c.Outcome is not null).Select(c => c.Outcome!.Value).Distinct().Order());
    }

    [Fact]
    public void The_six_worked_examples_are_told() =>
        Assert.Equal(
            ["X01", "X02", "X03", "X04", "X05", "X06"],
            DemoScript.Read().Stories.Select(s => s.Example).OfType<string>().Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_warning_a_breach_an_escalation_and_a_second_round_are_there_to_look_at()
    {
        var kinds = await app.AskAsync(db => db.Set<CaseEvent>().Select(e => e.Kind).Distinct().ToListAsync());
        var rounds = await app.AskAsync(db => db.Set<PosCases.Cases.Communication.SubmissionRound>().AsNoTracking().ToListAsync());

        Assert.Contains(CaseEventKind.ClockWarned, kinds);
        Assert.Contains(CaseEventKind.ClockBreached, kinds);
        Assert.Contains(CaseEventKind.BreachAcknowledged, kinds);
        Assert.NotEmpty((await app.As("zhao").Send(new ListCases.Query(WorkView.Escalated, new CaseFilter()))).Value.Rows);
        Assert.Contains(rounds, r => r is { RefusalReason: not null, IsFinal: false } && rounds.Exists(later => later.PartyId == r.PartyId && later.Number > r.Number));
        Assert.Contains(rounds, r => r is { IsFinal: true, NextRoute: not null });
    }

    [Fact]
    public async Task A_supervisor_finds_a_sample_an_absence_cases_on_the_ladder_and_a_kind_that_was_decided_differently()
    {
        var quality = (await app.As("sun").Send(new ViewQuality.Query(null))).Value;
        var absence = Assert.Single((await app.As("zhao").Send(new ListAbsences.Query())).Value.Open);
        var ladder = (await app.As("zhao").Send(new ViewLadder.Query(null))).Value;
        var kind = Assert.Single((await app.As("zhao").Send(new ViewConsistency.Query(90))).Value.Groups, g => g.Split.OddCount > 0);

        Assert.Single(quality.Rows, r => r.Check.State == QualityState.Checked);
        Assert.Contains(quality.Rows, r => r.Check.State == QualityState.Waiting);
        Assert.Equal(("王强", "李静"), (absence.Absence.Name, absence.Absence.CoverName));
        Assert.Equal(1, kind.Unexplained);
        Assert.Contains(ladder.Rows, r => r is { Level: 1, CallsSupervisors: false });
        Assert.Contains(ladder.Rows, r => r is { Level: 2, CallsSupervisors: true });
        Assert.Equal(ladder.Called, (await app.As("zhao").Send(new ListCases.CountQuery())).Value[WorkView.Escalated]);
    }

    [Fact]
    public async Task One_letter_waits_for_a_supervisor_another_is_final_and_covers_the_pack_that_was_sent()
    {
        var letters = await app.AskAsync(db => db.Set<Letter>().AsNoTracking().ToListAsync());
        var pack = Assert.Single(await app.AskAsync(db => db.Set<CasePack>().AsNoTracking().ToListAsync()));
        var rounds = await app.AskAsync(db => db.Set<PosCases.Cases.Communication.SubmissionRound>().AsNoTracking().Where(r => r.PackId != null).ToListAsync());

        Assert.Contains(letters, l => l.State == LetterState.InReview);
        var cover = Assert.Single(letters, l => l.State == LetterState.Final);
        Assert.Equal((PackState.Ready, cover.Id.Value, cover.FinalNumber), (pack.State, pack.Letter!.Id, pack.Letter.Number));
        Assert.Equal((pack.Id, pack.Letter), (Assert.Single(rounds).PackId!.Value, rounds[0].Letter));
        Assert.NotEqual(cover.CaseId, letters.Single(l => l.State == LetterState.InReview).CaseId);
    }

    [Fact]
    public async Task A_merchant_keeps_papers_and_one_of_them_ends_soon()
    {
        var kept = (await app.As("huanan").Send(new ListMerchantPapers.Query())).Value;

        Assert.Contains(kept.Ending, p => p.ValidTo >= kept.Today);
        Assert.Contains(kept.Ending, p => p.IsExpiredOn(kept.Today));
        Assert.Contains(kept.Papers, p => p.ValidTo > kept.Today.AddYears(1));
    }

    [Fact]
    public async Task A_case_has_disputed_transactions_that_were_matched_to_slips_and_a_reply_that_tells_them()
    {
        var reply = await app.AskAsync(db => db.Set<Letter>().AsNoTracking().SingleAsync(l => l.Template == "retrieval-reply"));
        var matched = await app.AskAsync(db => db.Set<SlipRecord>().CountAsync(s => s.CaseId == reply.CaseId && s.TransactionId != null));

        var rows = reply.Content.Sections.First(s => s.Kind == SectionKind.Table).Body.Split('\n').Skip(1).ToList();

        Assert.Equal((2, 3), (matched, rows.Count));
        Assert.Equal(1, rows.Count(r => r.Contains("\u3010\u5f85\u586b", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_row_of_the_worklist_and_the_page_of_the_case_never_disagree()
    {
        foreach (var person in new[] { "li", "zhao", "huanan", "jinhai" })
        {
            var rows = await AllRows(person);
            foreach (var row in rows)
            {
                var page = (await app.As(person).Send(new ViewCase.Query(row.Number))).Value;
                Assert.Equal(row, page.Summary);
                Assert.Equal((row.Status, row.Next), (page.Case.Status, page.Summary.Next));
                Assert.Equal(page.Case.Balance.Frozen > 0 ? page.Case.Balance.Remaining : page.Case.Amount, row.Remaining);
            }
        }

        Assert.Equal(await app.AskAsync(db => db.Set<Case>().CountAsync()), (await AllRows("zhao")).Count);
    }

    [Fact]
    public async Task Who_has_the_ball_is_said_of_every_open_case_and_of_no_closed_one() =>
        Assert.All(await AllRows("zhao"), row => Assert.Equal(row.Status == CaseStatus.Closed, row.Next.Ball == Ball.Nobody));

    [Fact]
    public async Task Every_case_went_its_way_by_the_table_and_its_events_tell_all_of_it()
    {
        var cases = await app.AskAsync(db => db.Set<Case>().AsNoTracking().Select(c => new { c.Id, c.Number, c.Status }).ToListAsync());

        foreach (var made in cases)
        {
            var moves = (await app.EventsOf(made.Id)).Where(e => e.To is not null).ToList();
            Assert.Equal(CaseStatus.Draft, moves[0].From);
            Assert.Equal(moves.Skip(1).Select(m => m.From), moves.SkipLast(1).Select(m => m.To));
            Assert.Equal(made.Status, moves[^1].To);
            Assert.All(moves, m => Assert.Contains(CaseLifecycle.Moves, row => row.From == m.From && (row.To ?? m.To) == m.To));
        }
    }

    [Fact]
    public async Task The_audit_trail_of_the_world_is_intact_and_every_done_command_has_its_receipt()
    {
        await using var scope = app.Services.CreateAsyncScope();

        var finding = await scope.ServiceProvider.GetRequiredService<AuditVerifier>().VerifyAsync(TestContext.Current.CancellationToken);

        Assert.Null(finding.BrokenAt);
        Assert.Equal(
            await app.AskAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Outcome == AuditEntry.Done)),
            await app.AskAsync(db => db.Set<CommandReceipt>().CountAsync()));
    }

    [Fact]
    public async Task Every_notice_was_delivered_and_its_readers_can_open_what_it_is_about()
    {
        Assert.False(await app.AskAsync(db => db.Set<OutboxMessage>().AnyAsync(m => m.DoneAt == null)));

        foreach (var person in new[] { "li", "zhao", "huanan", "huanan-staff", "dafeng" })
        {
            foreach (var number in (await app.As(person).Send(new ListNotifications.Query())).Value.Rows.Select(r => r.CaseNumber).Distinct())
            {
                Assert.True((await app.As(person).Send(new ViewCase.Query(number))).Succeeded);
            }
        }
    }

    [Fact]
    public async Task Every_paper_of_the_world_is_on_the_disk_under_its_hash()
    {
        var papers = await app.AskAsync(db => db.Set<PosCases.Cases.Evidence.EvidenceItem>().AsNoTracking().ToListAsync());
        var files = await app.AskAsync(db => db.Set<PosCases.Platform.Storage.VaultFile>().AsNoTracking().ToDictionaryAsync(f => f.Name));
        var vault = app.Services.GetRequiredService<PosCases.Platform.Storage.Vault>();

        Assert.NotEmpty(papers);
        foreach (var paper in papers)
        {
            var file = files[paper.StorageKey];
            Assert.Equal((paper.Sha256, paper.Size), (file.Sha256, file.Size));
            await vault.CheckAsync(file.Kept!, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task No_full_card_or_identity_number_stands_anywhere_in_the_database()
    {
        var file = Path.Combine(app.DataFolder, "poscases.db");
        var wal = file + "-wal";
        var content = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))
            + (File.Exists(wal) ? System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(wal, TestContext.Current.CancellationToken)) : "");

        Assert.DoesNotMatch(@"(?<![0-9A-Fa-f-])62[0-9]{14,17}(?![0-9A-Fa-f-])", content);
    }

    private async Task<IReadOnlyList<CaseSummary>> AllRows(string person) =>
        (await app.As(person).Send(new ListCases.Query(WorkView.All, new CaseFilter(), Size: ListCases.LargestPage))).Value.Rows;

    /// <summary>The whole demo world, made once, on a clock that stands still.</summary>
    public sealed class Host : QuietHost, IAsyncLifetime
    {
        protected override bool HasPeople => false;

        public async ValueTask InitializeAsync()
        {
            var options = CoreHosting.ReadOptions(Services.GetRequiredService<IConfiguration>(), Services.GetRequiredService<IHostEnvironment>());
            await CoreHosting.DemoWorld(options, Password).SeedAsync(CancellationToken.None);
            Clock.StopAt(TimeProvider.System.GetUtcNow());
        }
    }
}
