using PosCases.Institutions;

namespace PosCases.UnitTests.Institutions;

public sealed class InstitutionLibraryTests
{
    private static readonly IReadOnlyList<InstitutionLibrary.Entry> Library = InstitutionLibrary.Load();

    [Fact]
    public void Every_entry_passes_the_rules_for_entering_one_by_hand()
    {
        InstitutionProfile.Validator profiles = new();
        ChannelForm.Validator channels = new(TimeProvider.System);

        Assert.All(Library, entry =>
        {
            Assert.True(profiles.Validate(entry.Profile).IsValid, entry.Code);
            Assert.All(entry.Channels, c => Assert.DoesNotContain(channels.Validate(c).Errors, e => e.ErrorCode != "Channel.CheckedInFuture"));
        });
    }

    [Fact]
    public void Codes_are_unique() => Assert.Equal(Library.Count, Library.Select(e => e.Code).Distinct().Count());

    [Theory]
    [InlineData("12363", InstitutionKind.Regulator)]
    [InlineData("12378", InstitutionKind.Regulator)]
    [InlineData("95516", InstitutionKind.ClearingOrganisation)]
    [InlineData("96110", InstitutionKind.Police)]
    [InlineData("110", InstitutionKind.Police)]
    public void The_public_hotlines_are_in_it_with_source_and_day_of_check(string number, InstitutionKind kind)
    {
        var entry = Assert.Single(Library, e => e.Channels.Any(c => c.Value == number));

        Assert.Equal((kind, false), (entry.Profile.Kind, entry.Demo));
        Assert.All(entry.Channels, c => Assert.NotEmpty(c.Source.Text));
    }

    [Fact]
    public void Invented_bodies_are_marked_by_name_by_number_and_by_site()
    {
        Assert.All(Library.Where(e => e.Demo), entry =>
        {
            Assert.StartsWith("DEMO-", entry.Code, StringComparison.Ordinal);
            Assert.Contains("\u6F14\u793A", entry.Profile.Name, StringComparison.Ordinal);
            Assert.All(entry.Channels.Where(c => c.Kind == ChannelKind.Hotline), c => Assert.StartsWith("000-", c.Value, StringComparison.Ordinal));
            Assert.All(entry.Channels.Where(c => c.Kind == ChannelKind.Site), c => Assert.EndsWith(".example/", c.Value, StringComparison.Ordinal));
        });
        Assert.Superset(
            new HashSet<InstitutionKind> { InstitutionKind.Acquirer, InstitutionKind.Bank, InstitutionKind.PaymentInstitution, InstitutionKind.Police, InstitutionKind.Court },
            Library.Where(e => e.Demo).Select(e => e.Profile.Kind).ToHashSet());
    }
}
