using System.Globalization;
using Microsoft.Extensions.Localization;
using PosCases.Cases.Triage;

namespace PosCases.Web.Triage;

/// <summary>Says the library's data and triage's codes in the reader's language.</summary>
internal static class TriageWords
{
    /// <summary>The text in the reader's language.</summary>
    public static string Read(this BilingualText text) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? text.Zh : text.En;

    /// <summary>The name of a value, from <c>{Enum}.{Member}</c>.</summary>
    public static string Of<TEnum>(this IStringLocalizer<TriageText> texts, TEnum value) where TEnum : struct, Enum =>
        texts[$"{typeof(TEnum).Name}.{value}"];

    /// <summary>The texts <c>{key}.1</c>, <c>{key}.2</c> … as far as they go.</summary>
    public static IReadOnlyList<string> Lines(this IStringLocalizer<TriageText> texts, string key) =>
    [
        .. Enumerable.Range(1, 12).Select(number => texts[$"{key}.{number}"]).TakeWhile(text => !text.ResourceNotFound).Select(text => text.Value),
    ];
}
