using System.Security.Cryptography;
using PosCases.Platform.Storage;

namespace PosCases.UnitTests.Platform.Storage;

public sealed class KeyRingTests
{
    private static readonly string First = NewKey();
    private static readonly string Second = NewKey();

    [Fact]
    public void A_key_is_unwrapped_for_what_it_belongs_to_and_for_nothing_else()
    {
        var (ring, key) = (Ring("1", ("1", First)), KeyRing.NewKey());

        var wrapped = ring.Wrap(key, "case 1");

        Assert.Equal(key, ring.Unwrap(wrapped, "case 1"));
        Assert.Throws<FileDamagedException>(() => ring.Unwrap(wrapped, "case 2"));
        Assert.True(wrapped.Bytes.AsSpan().IndexOf(key) < 0);
    }

    [Fact]
    public void A_changed_or_cut_off_key_is_noticed()
    {
        var ring = Ring("1", ("1", First));
        var wrapped = ring.Wrap(KeyRing.NewKey(), "x");

        for (var at = 0; at < wrapped.Bytes.Length; at++)
        {
            var changed = (byte[])wrapped.Bytes.Clone();
            changed[at] ^= 0x80;
            Assert.Throws<FileDamagedException>(() => ring.Unwrap(wrapped with { Bytes = changed }, "x"));
        }

        Assert.Throws<FileDamagedException>(() => ring.Unwrap(wrapped with { Bytes = wrapped.Bytes[..^1] }, "x"));
    }

    [Fact]
    public void A_text_is_opened_for_what_it_belongs_to_also_after_a_change_of_keys_and_names_the_key_it_needs()
    {
        var old = Ring("1", ("1", First)).Seal("JBSWY3DP", "person a");
        var ring = Ring("2", ("1", First), ("2", Second));

        Assert.StartsWith("sealed:1:", old, StringComparison.Ordinal);
        Assert.DoesNotContain("JBSWY3DP", old, StringComparison.Ordinal);
        Assert.Equal("JBSWY3DP", ring.Open(old, "person a"));
        Assert.StartsWith(ring.Beginning, ring.Seal("JBSWY3DP", "person a"), StringComparison.Ordinal);
        Assert.NotEqual(ring.Seal("JBSWY3DP", "person a"), ring.Seal("JBSWY3DP", "person a"));
        Assert.Equal("from before", ring.Open("from before", "person a"));
        Assert.Throws<FileDamagedException>(() => ring.Open(old, "person b"));
        Assert.Throws<FileDamagedException>(() => Ring("2", ("2", Second)).Open(old, "person a"));
        Assert.Throws<FileDamagedException>(() => ring.Open(old[..^8], "person a"));
        Assert.Throws<FileDamagedException>(() => ring.Open("sealed:1:AAAA", "person a"));
        Assert.Throws<FileDamagedException>(() => ring.Open("sealed:", "person a"));
    }

    [Fact]
    public void A_wrapping_key_is_changed_without_touching_a_file_and_the_old_one_is_needed_until_then()
    {
        var key = KeyRing.NewKey();
        var old = Ring("1", ("1", First)).Wrap(key, "x");
        var both = Ring("2", ("1", First), ("2", Second));

        var anew = both.Rewrap(old, "x")!;

        Assert.Equal("2", anew.KeyName);
        Assert.Equal(key, Ring("2", ("2", Second)).Unwrap(anew, "x"));
        Assert.Null(both.Rewrap(anew, "x"));
        Assert.Throws<FileDamagedException>(() => Ring("2", ("2", Second)).Unwrap(old, "x"));
    }

    [Fact]
    public void A_setting_that_is_no_key_is_refused_with_its_name()
    {
        Assert.Contains("Encryption:Keys:1", Assert.Throws<InvalidOperationException>(() => Ring("1", ("1", "short"))).Message, StringComparison.Ordinal);
        Assert.Contains("'2'", Assert.Throws<InvalidOperationException>(() => Ring("2", ("1", First))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new KeyRing(new EncryptionOptions()));
    }

    private static KeyRing Ring(string current, params (string Name, string Key)[] keys)
    {
        var options = new EncryptionOptions { Current = current };
        foreach (var (name, key) in keys)
        {
            options.Keys[name] = key;
        }

        return new KeyRing(options);
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
