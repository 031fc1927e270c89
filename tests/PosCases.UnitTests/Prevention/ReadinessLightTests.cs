using PosCases.Institutions;
using PosCases.Merchants;
using PosCases.Platform.Messages;
using PosCases.Prevention.Readiness;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Prevention;

public sealed class ReadinessLightTests
{
    private static readonly InstitutionId Acquirer = new(Guid.NewGuid());
    private static readonly PlanParts Whole = new() { WhoDecides = "Chen", Calls = [new PlanCall(null, "hotline", null)], ToldCustomers = "t", OfflineSteps = "o", WherePapers = "w" };

    [Fact]
    public void With_nothing_it_is_not_ready_and_both_gaps_are_named()
    {
        var state = ReadinessLight.Of([], null, [Acquirer], Today);

        Assert.Equal(ReadinessLevel.NotReady, state.Level);
        Assert.Equal([ReadinessGap.NoChannel, ReadinessGap.NoPlan], state.Gaps);
    }

    [Fact]
    public void A_tried_channel_and_a_whole_fresh_plan_make_it_ready()
    {
        var channel = Channel(BackupKind.QrCode, null, passed: true);

        var state = ReadinessLight.Of([channel], Plan(Whole, Now), [Acquirer], Today);

        Assert.Equal((ReadinessLevel.Ready, 0), (state.Level, state.Gaps.Count));
        Assert.Equal([channel], state.Ready);
    }

    [Fact]
    public void A_tried_channel_alone_makes_it_partly_ready()
    {
        var channel = Channel(BackupKind.Cash, null, passed: true);

        Assert.Equal([ReadinessGap.NoPlan], Partly(null));
        Assert.Equal([ReadinessGap.PlanUnfinished], Partly(Plan(Whole with { WherePapers = " " }, Now)));
        Assert.Equal([ReadinessGap.PlanOld], Partly(Plan(Whole, Now.AddDays(-366))));

        IReadOnlyList<ReadinessGap> Partly(ContingencyPlan? plan)
        {
            var state = ReadinessLight.Of([channel], plan, [], Today);
            Assert.Equal(ReadinessLevel.Partly, state.Level);
            return state.Gaps;
        }
    }

    [Fact]
    public void A_channel_counts_only_when_tried_passed_not_overdue_and_with_another_institution()
    {
        var overdue = Channel(BackupKind.QrCode, null, passed: true, next: 10);

        Assert.Equal(ReadinessGap.NotTested, Gap(BackupChannel.Add(Shop, new BackupForm(BackupKind.QrCode, null, "x", null), Now)));
        Assert.Equal(ReadinessGap.TestFailed, Gap(Channel(BackupKind.QrCode, null, passed: false)));
        Assert.Equal(ReadinessGap.SameInstitution, Gap(Channel(BackupKind.QrCode, Acquirer, passed: true)));
        Assert.Null(ReadinessLight.GapOf(overdue, [], Today.AddDays(10)));
        Assert.Equal(ReadinessGap.TestOverdue, ReadinessLight.GapOf(overdue, [], Today.AddDays(11)));

        static ReadinessGap? Gap(BackupChannel channel) => ReadinessLight.GapOf(channel, [Acquirer], Today);
    }

    [Fact]
    public void A_channel_that_was_given_up_counts_no_more_and_takes_no_further_try()
    {
        var channel = Channel(BackupKind.QrCode, null, passed: true);
        channel.End(Now);

        Assert.Equal(ReadinessLevel.NotReady, ReadinessLight.Of([channel], Plan(Whole, Now), [], Today).Level);
        Assert.IsType<NotFound>(channel.Record(new ChannelTest(Today, true, null, "He"), Today.AddDays(1)).Error);
    }

    [Fact]
    public void The_next_try_lies_after_this_one()
    {
        var channel = BackupChannel.Add(Shop, new BackupForm(BackupKind.Cash, null, null, " "), Now);

        Assert.IsType<Invalid>(channel.Record(new ChannelTest(Today, true, null, "He"), Today).Error);
        Assert.Null(channel.LastTest);
        Assert.Null(channel.Note);
    }

    private static BackupChannel Channel(BackupKind kind, InstitutionId? institution, bool passed, int next = 90)
    {
        var channel = BackupChannel.Add(Shop, new BackupForm(kind, institution, "x", null), Now);
        Assert.True(channel.Record(new ChannelTest(Today, passed, null, "He"), Today.AddDays(next)).Succeeded);
        return channel;
    }

    private static ContingencyPlan Plan(PlanParts parts, DateTimeOffset at) => new() { MerchantId = new MerchantId(Guid.NewGuid()), Number = 1, Parts = parts, ByName = "Chen", At = at };
}
