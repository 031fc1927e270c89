using System.Globalization;
using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Cases.Deadlines;
using PosCases.Insight;
using PosCases.Platform.Documents;
using PosCases.Playbooks;
using PosCases.Web.Cases;
using PosCases.Web.Design;

namespace PosCases.Web.Insight;

/// <summary>The words for figures, in the reader's language.</summary>
public sealed class InsightWords(IStringLocalizer<InsightText> text, CaseWords words)
{
    private static readonly Lazy<Dictionary<string, Platform.Bilingual>> Titles = new(() => PlaybookLibrary.Newest().ToDictionary(p => p.Code, p => p.Title, StringComparer.Ordinal));

    /// <summary>The name of a row.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="key">Key of the row.</param>
    /// <param name="institutions">Names of institutions by key.</param>
    public string Row(Figure figure, string key, IReadOnlyDictionary<string, string> institutions) => key.Length == 0 ? text["Unknown"] : figure.Key switch
    {
        FigureKey.Stage => Enum.TryParse<CaseStatus>(key, out var stage) ? words.Of(stage) : key,
        FigureKey.Outcome => Enum.TryParse<Outcome>(key, out var outcome) ? words.Of(outcome) : key,
        FigureKey.Cause => words.Cause(key),
        FigureKey.Institution => institutions.GetValueOrDefault(key, text["Unknown"]),
        FigureKey.Rule => LegalRule.Find(key) is { Title: var title } ? Read(title.Zh, title.En) : key,
        FigureKey.Promise or FigureKey.Clock => text[$"Clock.{key}"],
        FigureKey.Age or FigureKey.Side or FigureKey.Taken or FigureKey.Stars => text[$"{figure.Key}.{key}"],
        FigureKey.Playbook => key.Split('/') is [var code, var version] ? text["Playbook", Titles.Value.TryGetValue(code, out var title) ? title.Read() : code, version] : key,
        _ => key,
    };

    /// <summary>A value with its unit.</summary>
    public string Value(Figure figure, decimal? value) => value is { } known ? text[$"Unit.{figure.Unit}", Number(figure, known)] : text["NoValue"];

    /// <summary>How far a value moved, with its sign.</summary>
    public string Change(Figure figure, FigureRow row) => row.Change is { } change
        ? text[$"Unit.{figure.Unit}", (change > 0 ? "+" : "") + Number(figure, change)]
        : text["NoValue"];

    /// <summary>Name of a board.</summary>
    public string Of(Board? board) => board is { } one ? text[$"Board.{one}"] : text["Board.All"];

    /// <summary>What a figure is called in a chart of days: month and day, or the month alone.</summary>
    public string Bar(Figure figure, string key, IReadOnlyDictionary<string, string> institutions) => figure.Key == FigureKey.Day ? key[5..] : Row(figure, key, institutions);

    /// <summary>The bars of a figure; none where a picture says nothing more than the number.</summary>
    public IReadOnlyList<ChartBar> Bars(FigureAnswer answer, IReadOnlyDictionary<string, string> institutions) => answer.Rows.Count == 0 || answer.Rows.All(r => r.Value is null or 0)
        ? []
        : [.. answer.Rows.Take(answer.Figure.Key == FigureKey.Day ? int.MaxValue : 12).Select(r => new ChartBar(Bar(answer.Figure, r.Key, institutions), r.Value, Short(answer.Figure, r.Value), r.Before))];

    /// <summary>A day as tables write it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Short(Figure figure, decimal? value) => figure.Key == FigureKey.Day && figure.Unit == FigureUnit.Yuan && value is { } yuan
        ? yuan.ToString("#,0", CultureInfo.InvariantCulture)
        : Value(figure, value);

    private static string Number(Figure figure, decimal value) => figure.Unit switch
    {
        FigureUnit.Yuan => MoneyText.Format(value),
        FigureUnit.Stars => value.ToString("0.00", CultureInfo.InvariantCulture),
        FigureUnit.Cases or FigureUnit.Times => value.ToString("#,0", CultureInfo.InvariantCulture),
        _ => value.ToString("#,0.#", CultureInfo.InvariantCulture),
    };

    private static string Read(string zh, string en) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? zh : en;
}
