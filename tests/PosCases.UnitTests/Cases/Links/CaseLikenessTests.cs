using PosCases.Cases.Links;
using PosCases.Institutions;
using PosCases.Merchants;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Links;

public sealed class CaseLikenessTests
{
    private static readonly MerchantId Noodles = MerchantId.New();
    private static readonly InstitutionId Bank = InstitutionId.New();

    [Fact]
    public void One_weak_trait_is_no_likeness_and_two_are()
    {
        var one = Of(MerchantId.New()) with { AccountTails = Set("6789"), Institutions = new HashSet<InstitutionId> { Bank } };

        Assert.False(CaseLikeness.Of(one, one with { Merchant = MerchantId.New(), AccountTails = Set("1111") }).Counts);
        Assert.False(CaseLikeness.Of(one, one with { Merchant = MerchantId.New(), Institutions = new HashSet<InstitutionId>() }).Counts);
        Assert.True(CaseLikeness.Of(one, one with { Merchant = MerchantId.New() }).Counts);
    }

    [Fact]
    public void The_reasons_stand_in_the_order_of_their_weight_and_add_up()
    {
        var one = Of(Noodles) with { Documents = Set("AB-7"), Terminals = Set("DM01") };

        var likeness = CaseLikeness.Of(one, one with { FiledAt = Now.AddDays(-30) });

        Assert.Equal([LikenessReason.SameDocument, LikenessReason.SameMerchant, LikenessReason.SameTerminal], likeness.Reasons);
        Assert.Equal(105, likeness.Score);
    }

    [Fact]
    public void The_same_licence_counts_where_there_are_two_records_of_one_merchant()
    {
        var one = Of(Noodles) with { Licence = "91330106MA2XXXXX1A" };

        Assert.Contains(LikenessReason.SameLicence, CaseLikeness.Of(one, one with { Merchant = MerchantId.New() }).Reasons);
        Assert.DoesNotContain(LikenessReason.SameLicence, CaseLikeness.Of(one, one).Reasons);
    }

    [Fact]
    public void It_may_be_a_duplicate_only_of_the_same_merchant_within_a_month()
    {
        var one = Of(Noodles) with { AccountTails = Set("6789") };

        Assert.True(CaseLikeness.Of(one, one with { FiledAt = Now.AddDays(-30) }).MayBeDuplicate);
        Assert.False(CaseLikeness.Of(one, one with { FiledAt = Now.AddDays(-31) }).MayBeDuplicate);
        Assert.False(CaseLikeness.Of(one, one with { Merchant = MerchantId.New(), Documents = Set("AB-7") }).MayBeDuplicate);
        Assert.False(CaseLikeness.Of(one, Of(Noodles)).MayBeDuplicate);
    }

    [Theory]
    [InlineData("因平台安全升级，您的账户余额暂不可提现。", "【云帆】因平台安全升级,您的账户余额 12,800.00 元暂不可提现", true)]
    [InlineData("因平台安全升级，您的账户余额暂不可提现。", "您的结算已暂缓，请提交交易凭证", false)]
    [InlineData("Your payouts are on hold.", "YOUR PAYOUTS ARE ON HOLD since 3 May", true)]
    [InlineData("", "", false)]
    public void Wordings_are_the_same_whatever_amount_day_and_marks_stand_in_them(string one, string other, bool same) =>
        Assert.Equal(same, Wordings.Likeness(Wordings.PartsOf(one), Wordings.PartsOf(other)) >= Wordings.Same);

    [Fact]
    public void The_longest_pieces_of_a_wording_are_looked_for() =>
        Assert.Equal(["您的账户余额暂不可提现", "因平台安全升级"], Wordings.PhrasesOf("【云帆】因平台安全升级，您的账户余额暂不可提现 12 元。", 3));

    [Theory]
    [InlineData(" ab-７ ", "AB-7")]
    [InlineData("不清楚", null)]
    [InlineData(null, null)]
    public void A_number_without_a_digit_is_none(string? typed, string? number) => Assert.Equal(number, CaseTraits.NumberOf(typed));

    private static CaseTraits Of(MerchantId merchant) => new() { Merchant = merchant, FiledAt = Now };

    private static HashSet<string> Set(string value) => [value];
}
