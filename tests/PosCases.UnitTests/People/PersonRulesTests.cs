using System.Text.Json;
using PosCases.Merchants;
using PosCases.People;
using PosCases.Platform.Security;

namespace PosCases.UnitTests.People;

public sealed class PersonRulesTests
{
    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData(" 138 0013-8000 ", "13800138000")]
    [InlineData("+86 13800138000", "13800138000")]
    [InlineData("Li.Wei@Example.CN", "li.wei@example.cn")]
    public void A_mobile_number_and_a_mail_address_have_one_form(string typed, string form)
    {
        Assert.True(SignInName.TryParse(typed, out var name));
        Assert.Equal(form, name.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("12800138000")]
    [InlineData("1380013800")]
    [InlineData("li@localhost")]
    [InlineData("li wei@example.cn")]
    [InlineData("Li <li@example.cn>")]
    public void Anything_else_is_no_sign_in_name(string? typed) => Assert.False(SignInName.TryParse(typed, out _));

    [Theory]
    [InlineData("1234567890")]
    [InlineData("PassWord123")]
    [InlineData("woaini1314520")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("121212121212")]
    public void The_passwords_tried_first_are_known(string password) => Assert.True(CommonPasswords.Contains(password));

    [Fact]
    public void A_row_of_words_is_not_a_common_password() => Assert.False(CommonPasswords.Contains("four words in a row"));

    [Theory]
    [InlineData("", "", "", "short", "MerchantName:Required DisplayName:Required UserName:Required Password:Password.TooShort")]
    [InlineData("Shop", "Li", "nobody", "long enough", "UserName:SignInName.Unreadable")]
    [InlineData("Shop", "Li", "13800138000", "long enough", "")]
    public void A_registration_names_every_field_that_is_wrong(string shop, string name, string userName, string password, string wrong)
    {
        var verdict = new RegisterOwner.Validator().Validate(new RegisterOwner.Command(shop, MerchantKind.Micro, name, userName, new Secret(password), "zh-CN"));

        Assert.Equal(wrong, string.Join(' ', verdict.Errors.Select(e => $"{e.PropertyName}:{e.ErrorCode}")));
    }

    [Fact]
    public void A_password_has_at_most_128_characters()
    {
        var verdict = new ResetPassword.Validator().Validate(new ResetPassword.Command(default, default, new Secret(new string('x', 129))));

        Assert.Equal("Password.TooLong", Assert.Single(verdict.Errors).ErrorCode);
    }

    [Theory]
    [InlineData(Role.Agent, true)]
    [InlineData(Role.Admin, true)]
    [InlineData(Role.MerchantOwner, false)]
    [InlineData(Role.System, false)]
    public void Only_staff_are_invited_to_the_desk(Role role, bool isFine) =>
        Assert.Equal(isFine, new InviteStaff.Validator().Validate(new InviteStaff.Command("Li", "li@example.cn", role)).IsValid);

    [Fact]
    public void A_secret_leaves_no_trace_in_print_or_json()
    {
        var command = new SignIn.Command("li@example.cn", new Secret("four words in a row"));

        var json = JsonSerializer.Serialize(command);

        Assert.DoesNotContain("four words", json, StringComparison.Ordinal);
        Assert.DoesNotContain("four words", command.ToString(), StringComparison.Ordinal);
        Assert.Equal(json, JsonSerializer.Serialize(command with { Password = new Secret("another one") }));
        Assert.True(JsonSerializer.Deserialize<SignIn.Command>(json)!.Password.IsEmpty);
    }
}
