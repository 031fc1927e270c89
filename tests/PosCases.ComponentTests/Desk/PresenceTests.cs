using PosCases.Cases;
using PosCases.Web.Desk.Presence;
using PosCases.Web.Hosting;

namespace PosCases.ComponentTests.Desk;

public sealed class PresenceTests
{
    readonly CasePresence presence = new();
    readonly CaseId first = new(Guid.NewGuid());
    readonly Guid li = Guid.NewGuid();
    readonly Guid wang = Guid.NewGuid();

    [Fact]
    public void Nobody_is_told_of_himself_and_two_windows_of_one_person_are_one_visitor()
    {
        using var one = presence.Enter(first, li, "Li");
        using var two = presence.Enter(first, li, "Li");

        Assert.Empty(presence.Others(first, li));
        Assert.Equal(["Li"], presence.Others(first, wang));
    }

    [Fact]
    public void Who_closes_one_of_two_windows_is_still_there()
    {
        using var one = presence.Enter(first, li, "Li");
        presence.Enter(first, li, "Li").Dispose();

        Assert.Single(presence.Others(first, wang));
    }

    [Fact]
    public void Coming_and_going_is_told_until_nobody_listens()
    {
        List<CaseId> told = [];
        var listening = presence.Subscribe(told.Add);

        presence.Enter(first, li, "Li").Dispose();
        listening.Dispose();
        presence.Enter(first, li, "Li").Dispose();

        Assert.Equal([first, first], told);
    }
}

public sealed class HandoverTests
{
    readonly StoppedClock clock = new();

    [Fact]
    public void A_value_can_be_taken_once_with_its_key()
    {
        Handover handover = new(clock);
        var key = handover.Put("read before");

        Assert.True(handover.TryTake(key, out string? taken));
        Assert.Equal("read before", taken);
        Assert.False(handover.TryTake<string>(key, out _));
        Assert.False(handover.TryTake<string>("guessed", out _));
    }

    [Fact]
    public void It_runs_out_and_the_oldest_make_room()
    {
        Handover handover = new(clock);
        var late = handover.Put("late");
        clock.Now += TimeSpan.FromSeconds(21);
        Assert.False(handover.TryTake<string>(late, out _));

        var keys = Enumerable.Range(0, 101).Select(i => handover.Put($"{i}")).ToList();
        Assert.False(handover.TryTake<string>(keys[0], out _));
        Assert.True(handover.TryTake<string>(keys[^1], out _));
    }

    sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
