using PosCases.Cases.Filing;

namespace PosCases.Team;

/// <summary>What somebody at the desk is versed in, as far as it matters for who takes which case.</summary>
public enum Skill
{
    /// <summary>Measures of banks.</summary>
    Banks,

    /// <summary>Measures of acquirers, payment institutions and clearing organisations.</summary>
    PaymentInstitutions,

    /// <summary>Measures of police, procuratorates, courts, supervision and regulators.</summary>
    Authorities,
}

/// <summary>Which skill a case asks for.</summary>
public static class Skills
{
    /// <summary>The skill that a measure of this imposer asks for; none where anybody will do.</summary>
    public static Skill? For(ImposedBy imposer) => imposer switch
    {
        ImposedBy.Bank => Skill.Banks,
        ImposedBy.Acquirer or ImposedBy.PaymentInstitution or ImposedBy.ClearingOrganisation => Skill.PaymentInstitutions,
        ImposedBy.Police or ImposedBy.Procuratorate or ImposedBy.Court or ImposedBy.Supervision or ImposedBy.Regulator => Skill.Authorities,
        ImposedBy.Other or ImposedBy.Unknown => null,
    };
}
