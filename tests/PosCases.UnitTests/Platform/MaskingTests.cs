using PosCases.Platform;
using PosCases.UnitTests.Architecture;

namespace PosCases.UnitTests.Platform;

public sealed class MaskingTests
{
    [Theory]
    [InlineData(MaskKind.Card, "6222021234561234", "622202******1234")]
    [InlineData(MaskKind.Card, "6217 0012 3456 7891 234", "621700*********1234")]
    [InlineData(MaskKind.Card, "12345678", "******78")]
    [InlineData(MaskKind.Phone, "13812345678", "138****5678")]
    [InlineData(MaskKind.Phone, "+86 138 1234 5678", "138****5678")]
    [InlineData(MaskKind.Phone, "12345", "****")]
    [InlineData(MaskKind.IdNumber, "11010519491231002X", "110***********002X")]
    [InlineData(MaskKind.Account, "6228480402564890018", "****0018")]
    [InlineData(MaskKind.Account, "1234567", "****")]
    [InlineData(MaskKind.Name, "\u674E\u96F7", "\u674E*")]
    [InlineData(MaskKind.Name, "\u6B27\u9633\u5A1C\u5A1C", "\u6B27*")]
    [InlineData(MaskKind.Name, "Li Lei", "L*")]
    [InlineData(MaskKind.Email, "amei@x.com", "a***@x.com")]
    [InlineData(MaskKind.Email, "no address", "***")]
    [InlineData(MaskKind.Card, "  ", "")]
    [InlineData(MaskKind.Name, null, null)]
    public void The_middle_of_a_private_value_is_hidden(MaskKind kind, string? value, string? masked) =>
        Assert.Equal(masked, Masking.Mask(value, kind));

    [Theory]
    [InlineData(MaskKind.Card, "6217001234561234")]
    [InlineData(MaskKind.Phone, "13812345678")]
    [InlineData(MaskKind.IdNumber, "11010519491231002X")]
    [InlineData(MaskKind.Account, "6228480402564890018")]
    [InlineData(MaskKind.Name, "\u674E\u96F7")]
    [InlineData(MaskKind.Email, "lilei@example.com")]
    public void Masking_what_is_masked_changes_nothing(MaskKind kind, string value)
    {
        string once = Masking.Mask(value, kind);

        Assert.Equal(once, Masking.Mask(once, kind));
    }

    [Theory]
    [InlineData(MaskKind.Card)]
    [InlineData(MaskKind.Phone)]
    [InlineData(MaskKind.IdNumber)]
    [InlineData(MaskKind.Account)]
    public void However_short_at_least_four_characters_are_hidden_or_nothing_is_shown(MaskKind kind)
    {
        for (int length = 1; length <= 30; length++)
        {
            string masked = Masking.Mask(new string('7', length), kind);
            int shown = masked.Count(c => c == '7');

            Assert.True(shown == 0 || length - shown >= 4, $"{kind} of length {length} became {masked}");
        }
    }

    [Fact]
    public void Nothing_else_in_the_product_makes_masks() =>
        Assert.Equal(
            ["src/PosCases/Platform/Masking.cs"],
            Repository.Files("src", ".cs", ".razor").Where(file => File.ReadAllText(file).Contains("new string('*'", StringComparison.Ordinal)).Select(Repository.Name));
}
