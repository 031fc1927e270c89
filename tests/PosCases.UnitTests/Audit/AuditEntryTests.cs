using PosCases.Audit;
using PosCases.Platform.Security;

namespace PosCases.UnitTests.Audit;

public sealed class AuditEntryTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
    private static readonly Guid Li = Guid.Parse("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Target = Guid.Parse("22222222-2222-2222-2222-222222222222");

    [Fact]
    public void Every_field_is_under_the_hash()
    {
        byte[][] hashes =
        [
            Hash(), Hash(seq: 2), Hash(at: At.AddTicks(1)), Hash(actor: Guid.NewGuid()), Hash(role: Role.Supervisor), Hash(message: "FileCases"),
            Hash(target: Guid.NewGuid()), Hash(noTarget: true), Hash(outcome: "Conflict"), Hash(previous: 1),
        ];

        Assert.Equal(hashes.Length, hashes.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(hashes, hash => Assert.Equal(32, hash.Length));
    }

    [Fact]
    public void No_two_entries_encode_alike_when_a_letter_moves_from_one_field_to_the_next() =>
        Assert.NotEqual(Hash(message: "FileCaseo", outcome: "k"), Hash(message: "FileCase", outcome: "ok"));

    [Fact]
    public void The_same_moment_in_another_zone_has_the_same_hash() => Assert.Equal(Hash(), Hash(at: At.ToOffset(TimeSpan.FromHours(8))));

    [Fact]
    public void The_encoding_never_changes_or_old_trails_could_not_be_checked() =>
        Assert.Equal("56a5c52262807cd92cefd88b9ddb2e7167220235c5906a924701a9ba38132e52", Convert.ToHexStringLower(Hash()));

    [Fact]
    public void A_changed_entry_is_not_intact()
    {
        Assert.True(Entry("ok").IsIntact());
        Assert.False(Entry("Conflict").IsIntact());
    }

    private static AuditEntry Entry(string outcome) => new()
    {
        Seq = 1,
        At = At,
        ActorId = Li,
        Role = Role.Agent,
        Message = "FileCase",
        Target = Target,
        Outcome = outcome,
        Previous = new byte[32],
        Hash = Hash(),
    };

    private static byte[] Hash(
        long seq = 1, DateTimeOffset? at = null, Guid? actor = null, Role role = Role.Agent, string message = "FileCase", Guid? target = null,
        bool noTarget = false, string outcome = "ok", byte previous = 0) =>
        AuditEntry.HashOf(seq, at ?? At, actor ?? Li, role, message, noTarget ? null : target ?? Target, outcome, [previous, .. new byte[31]]);
}
