using PosCases.People.Tokens;

namespace PosCases.UnitTests.People;

public sealed class TokenSecretTests
{
    [Fact]
    public void What_the_bearer_holds_is_read_back_and_fits_its_hash_alone()
    {
        var (made, other) = (TokenSecret.New(), TokenSecret.New());

        var read = TokenSecret.Parse(made.Reveal().Reveal());

        Assert.Equal(made.Id, read!.Id);
        Assert.True(read.Fits(made.Hash()));
        Assert.False(read.Fits(other.Hash()));
        Assert.False(read.Fits(null));
        Assert.Matches("^pcs_[0-9a-f]{32}_[A-Za-z0-9_-]{43}$", made.Reveal().Reveal());
    }

    [Fact]
    public void Nothing_else_is_taken_for_a_token()
    {
        var text = TokenSecret.New().Reveal().Reveal();

        Assert.All<string?>(
            [null, "", "pcs_", text[..^1], text + "A", " " + text[..^1], "PCS_" + text[4..], text.Replace('_', '-'), text[..^1] + "*", string.Concat("pcs_", new string('z', 32), text.AsSpan(36))],
            wrong => Assert.Null(TokenSecret.Parse(wrong)));
    }
}
