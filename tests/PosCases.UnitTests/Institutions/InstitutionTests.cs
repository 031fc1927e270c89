using PosCases.Institutions;
using PosCases.Platform.Messages;

namespace PosCases.UnitTests.Institutions;

public sealed class InstitutionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_channel_keeps_its_source_and_the_day_of_its_last_check()
    {
        var bank = Bank();
        var hotline = bank.AddChannel(Hotline("000-5550-0001"), Now).Value;

        var checkedAgain = bank.CheckChannel(hotline, new ChannelSource("called it", null, Today.AddDays(30)));

        Assert.True(checkedAgain.Succeeded);
        var channel = Assert.Single(bank.Channels);
        Assert.Equal(("called it", Today.AddDays(30)), (channel.SourceText, channel.LastCheckedOn));
    }

    [Fact]
    public void The_same_channel_is_refused_while_it_is_in_use()
    {
        var bank = Bank();
        var first = bank.AddChannel(Hotline("000-5550-0001"), Now).Value;

        var twin = bank.AddChannel(Hotline(" 000-5550-0001 "), Now);
        bank.EndChannel(first, Now);
        var later = bank.AddChannel(Hotline("000-5550-0001"), Now);

        Assert.IsType<InstitutionChannelExists>(twin.Error);
        Assert.True(later.Succeeded);
    }

    [Fact]
    public void An_ended_channel_stays_on_record_and_can_no_longer_be_checked()
    {
        var bank = Bank();
        var hotline = bank.AddChannel(Hotline("000-5550-0001"), Now).Value;

        bank.EndChannel(hotline, Now);
        var checkedLate = bank.CheckChannel(hotline, new ChannelSource("called it", null, Today));

        Assert.Equal(Now, Assert.Single(bank.Channels).EndedAt);
        Assert.Equal(new NotFound("InstitutionChannel"), checkedLate.Error);
    }

    [Fact]
    public void Every_change_of_a_channel_gives_the_institution_a_new_version()
    {
        var bank = Bank();
        var before = bank.Version;

        bank.AddChannel(Hotline("000-5550-0001"), Now);

        Assert.NotEqual(before, bank.Version);
    }

    [Theory]
    [InlineData(ChannelKind.Hotline, "12363", "")]
    [InlineData(ChannelKind.Hotline, "call us", "Channel.Value Channel.Hotline")]
    [InlineData(ChannelKind.Site, "https://bank.example/", "")]
    [InlineData(ChannelKind.Site, "javascript:alert(1)", "Channel.Value Channel.Site")]
    [InlineData(ChannelKind.Mail, "help@bank.example", "")]
    [InlineData(ChannelKind.Mail, "help", "Channel.Value Channel.Mail")]
    [InlineData(ChannelKind.Counter, "1 Example Road", "")]
    public void A_channels_value_fits_its_kind(ChannelKind kind, string value, string errors) =>
        Assert.Equal(errors, Errors(new AddChannel.Validator(Clock.At(Now)), Add(new ChannelForm(kind, value, new ChannelSource("agreement", null, Today)))));

    [Fact]
    public void A_check_cannot_lie_in_the_future_of_china()
    {
        AddChannel.Validator rules = new(Clock.At(new DateTimeOffset(2026, 11, 21, 16, 0, 0, TimeSpan.Zero)));

        Assert.Equal("", Errors(rules, Add(new ChannelForm(ChannelKind.Hotline, "12363", new ChannelSource("agreement", null, Today)))));
        Assert.Equal(
            "Channel.Source.CheckedOn Channel.CheckedInFuture",
            Errors(rules, Add(new ChannelForm(ChannelKind.Hotline, "12363", new ChannelSource("agreement", null, Today.AddDays(1))))));
    }

    private static AddChannel.Command Add(ChannelForm form) => new(InstitutionId.New(), Guid.NewGuid(), form);

    private static Institution Bank() => Institution.Enter(new InstitutionProfile("Example Bank", InstitutionKind.Bank), Now);

    private static ChannelForm Hotline(string number) => new(ChannelKind.Hotline, number, new ChannelSource("agreement", null, Today));

    private static string Errors(AddChannel.Validator rules, AddChannel.Command message) =>
        string.Join("; ", rules.Validate(message).Errors.Select(e => $"{e.PropertyName} {e.ErrorCode}"));

    private sealed class Clock(DateTimeOffset at) : TimeProvider
    {
        public static Clock At(DateTimeOffset at) => new(at);

        public override DateTimeOffset GetUtcNow() => at;
    }
}
