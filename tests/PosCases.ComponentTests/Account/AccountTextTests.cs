using System.Globalization;
using System.Resources;
using PosCases.People;
using PosCases.Platform.Security;
using PosCases.Web.Account;

namespace PosCases.ComponentTests.Account;

public sealed class AccountTextTests
{
    [Fact]
    public void Both_languages_have_the_same_texts()
    {
        Assert.NotEmpty(KeysOf(Languages.Default));
        Assert.Equal(KeysOf(Languages.Default), KeysOf(Languages.English));
    }

    [Fact]
    public void Every_refusal_of_people_has_its_words()
    {
        string[] codes =
        [
            new SignInRefused(null).Code, new LockedOut(null).Code, new SignInExpired().Code, new InvitationUnusable().Code,
            new ResetLinkUnusable().Code, new NotOneself().Code, new LastOfItsKind(Role.Admin).Code,
            new LastOfItsKind(Role.MerchantOwner).Code, new SecondFactorCompulsory().Code, new SecondFactorNotPending().Code,
        ];

        Assert.All(codes, code => Assert.Contains($"Problem.{code}", KeysOf(Languages.Default)));
    }

    private static List<string> KeysOf(string culture)
    {
        var texts = new ResourceManager(typeof(AccountText)).GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: false);
        return [.. texts!.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Order(StringComparer.Ordinal)];
    }
}
