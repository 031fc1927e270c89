using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Restriction;
using PosCases.Insight;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.Supervision.Consistency;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Supervision;

/// <summary>Alike cases that ended differently, through the real handlers.</summary>
public sealed class ConsistencyTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task The_odd_one_among_alike_cases_is_shown_explained_taken_back_and_hidden_with_a_restricted_case()
    {
        var lifted = await app.Given.Case().By("li").At(DemoPath.ClosedFull);
        var refused = await app.Given.Case().By("li").At(DemoPath.ClosedRefused);
        await app.CountAsync();
        await CountedLikeAsync(lifted, 4);

        var row = Assert.Single((await BoardAsync()).Groups);
        Assert.Equal((6, Outcome.FullyUnfrozen, 1, 1), (row.Split.Total, row.Split.Usual, row.Split.OddCount, row.Unexplained));
        Assert.NotNull(row.Institution);
        var odd = Assert.Single((await GroupAsync(row.Kind)).Cases);
        Assert.Equal((refused, Outcome.Refused), (odd.CaseId, odd.Outcome));
        Assert.NotEmpty(odd.Statement!.Statement);
        Assert.Equal(lifted, Assert.Single((await GroupAsync(row.Kind, Outcome.FullyUnfrozen)).Cases).CaseId);

        var proposed = await app.Given.Case().By("li").At(DemoPath.Proposed);
        var similar = await SimilarAsync(proposed);
        Assert.Equal((row.Kind, 6, false), (similar.Kind, similar.Split.Total, similar.IsOdd));
        Assert.Contains(similar.Cases, c => c.CaseId == lifted || c.CaseId == refused);
        Assert.True(((await SimilarAsync(refused)) with { Split = row.Split }).IsOdd);

        Assert.Null((await app.As("sun").Send(new ExplainOdd.Command(refused, "A court holds the money."))).Error);
        Assert.IsType<ExplainedAlready>((await app.As("zhao").Send(new ExplainOdd.Command(refused, "Again."))).Error);
        Assert.Equal(0, Assert.Single((await BoardAsync()).Groups).Unexplained);
        var said = Assert.Single((await GroupAsync(row.Kind)).Cases).Explanation!;
        Assert.Equal("A court holds the money.", said.Word);
        Assert.IsType<Conflict>((await app.As("zhao").Send(new ExplainOdd.TakeBackCommand(said.Id, Guid.NewGuid()))).Error);
        Assert.Null((await app.As("zhao").Send(new ExplainOdd.TakeBackCommand(said.Id, said.Version))).Error);
        Assert.Equal(1, Assert.Single((await BoardAsync()).Groups).Unexplained);
        Assert.Equal(1, await app.AskAsync(db => db.Set<OddExplanation>().CountAsync(e => e.TakenBackBy != null)));

        await RestrictAsync(refused);
        await app.CountAsync();
        Assert.Empty((await BoardAsync()).Groups);
        Assert.Equal(5, (await SimilarAsync(proposed)).Split.Total);
        Assert.IsType<NotFound>((await app.As("sun").Send(new ExplainOdd.Command(refused, "Unseen."))).Error);
    }

    [Fact]
    public async Task Only_supervisors_ask_and_only_a_decision_is_explained()
    {
        var open = await app.Given.Case().By("wang").At(DemoPath.Collecting);

        Assert.IsType<NotPermitted>((await app.As("li").Send(new ViewConsistency.Query(90))).Error);
        Assert.IsType<NotPermitted>((await app.As("li").Send(new ViewSimilarDecided.Query(open))).Error);
        Assert.IsType<Invalid>((await app.As("zhao").Send(new ViewConsistency.Query(4000))).Error);
        Assert.IsType<NotDecided>((await app.As("zhao").Send(new ExplainOdd.Command(open, "Why."))).Error);
    }

    // Cases that are only counted: making each by its commands would take the test a minute.
    private Task<int> CountedLikeAsync(CaseId id, int times) => app.AskAsync(async db =>
    {
        var like = await db.Set<CaseFact>().AsNoTracking().SingleAsync(f => f.CaseId == id);
        db.AddRange(Enumerable.Range(0, times).Select(i => new CaseFact
        {
            CaseId = CaseId.New(),
            Serial = 1_000_000 + i,
            MerchantId = like.MerchantId,
            Stage = like.Stage,
            DueAt = like.DueAt,
            FiledOn = like.FiledOn,
            ClosedOn = like.ClosedOn!.Value.AddDays(-1),
            Outcome = like.Outcome,
            Institution = like.Institution,
            Cause = like.Cause,
            Measure = like.Measure,
            FrozenFen = 100,
            RemainingFen = 0,
            IsFreeze = true,
        }));
        return await db.SaveChangesAsync();
    });

    private async Task RestrictAsync(CaseId id) =>
        Assert.Null((await app.As("zhao").Send(new RestrictCase.Command(id, (await app.ViewOf(id)).Summary.Version, default, "r", [app.CallerOf("zhao").Id], false))).Error);

    private async Task<ViewConsistency.Board> BoardAsync() => (await app.As("zhao").Send(new ViewConsistency.Query(90))).Value;

    private async Task<ViewConsistency.Group> GroupAsync(DecisionKind kind, Outcome? outcome = null) => (await app.As("zhao").Send(new ViewConsistency.GroupQuery(kind, 90, outcome))).Value;

    private async Task<ViewSimilarDecided.View> SimilarAsync(CaseId id) => (await app.As("zhao").Send(new ViewSimilarDecided.Query(id))).Value;
}
