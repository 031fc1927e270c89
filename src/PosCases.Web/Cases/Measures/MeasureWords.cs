using System.Globalization;
using Microsoft.Extensions.Localization;
using PosCases.Calendar;
using PosCases.Cases;
using PosCases.Cases.Measures;
using PosCases.Cases.Verification;
using PosCases.Institutions;

namespace PosCases.Web.Cases.Measures;

/// <summary>What screens say of measures.</summary>
public static class MeasureWords
{
    /// <summary>A sentence of a library in the reader's language.</summary>
    public static string Read(this Wording? words) => words?.In(CultureInfo.CurrentUICulture) ?? "";

    /// <summary>A term, e.g. "6 months".</summary>
    public static string Of(this IStringLocalizer<MeasureText> text, Term term) => text["Term.Value", term.Amount, text[$"TermUnit.{term.Unit}"]];

    /// <summary>Who may lift a measure: the unit or body by its name, otherwise what holds for its kind.</summary>
    public static string LifterOf(this CaseWords words, CaseView view, Measure measure) =>
        !measure.IsOrderedByAuthority ? MeasureLibrary.Of(measure.Kind).LiftedBy.Read()
        : measure.OrderedBy?.Name ?? AuthorityOf(view, measure) ?? words.Say(OnlyAuthorityMayLift.BodyOf(measure));

    /// <summary>Those who may lift the measures that an authority ordered and that are in force; none where there is no such measure.</summary>
    public static string? LiftersOf(this CaseWords words, CaseView view) =>
        view.Case.Measures.Where(m => m is { IsInForce: true, IsOrderedByAuthority: true }).Select(m => words.LifterOf(view, m)).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } bodies
            ? words.Say(bodies)
            : null;

    /// <summary>Whether an addressee may be asked to lift something: authorities always, others where something that they imposed is in force.</summary>
    public static bool MayBeAskedToLift(this CaseView view, InstitutionKind? kind) =>
        view.Case.RefusalToAskForLifting(kind, []) is null or PosCases.Platform.Messages.Invalid;

    private static string? AuthorityOf(CaseView view, Measure measure) =>
        measure.InstitutionId is { } id && view.InstitutionKinds.GetValueOrDefault(id, InstitutionKind.Other)
            is InstitutionKind.Police or InstitutionKind.Procuratorate or InstitutionKind.Court or InstitutionKind.Regulator
            ? view.Institutions.GetValueOrDefault(id)
            : null;
}
