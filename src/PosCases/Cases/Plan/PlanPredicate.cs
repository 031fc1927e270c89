namespace PosCases.Cases.Plan;

/// <summary>What a step may depend on. A closed list: playbooks combine these, they contain no logic of their own.</summary>
public enum PlanPredicate
{
    /// <summary>A measure of police, procuratorate, court or supervision is in force.</summary>
    JudicialMeasure,

    /// <summary>A measure of the police is in force.</summary>
    PoliceMeasure,

    /// <summary>Every measure in force rests on criminal or judicial procedure: no administrative reconsideration and no administrative lawsuit.</summary>
    OnlyJudicialMeasures,

    /// <summary>Every measure in force was ordered by an authority: no bank and no acquirer can lift any of it.</summary>
    OnlyAuthorityMeasures,

    /// <summary>An emergency stop-payment is in force.</summary>
    EmergencyStop,

    /// <summary>A bank imposed a measure of its own.</summary>
    BankMeasure,

    /// <summary>An acquirer, payment institution or clearing organisation imposed a measure of its own.</summary>
    AcquirerMeasure,

    /// <summary>A measure says that it rests on anti-fraud rules (domain: ATFL Art. 18).</summary>
    AntiFraudMeasure,

    /// <summary>A measure is one of money-laundering risk management.</summary>
    AmlMeasure,

    /// <summary>A cause or an answered decision says that the institution erred.</summary>
    InstitutionError,

    /// <summary>An answered decision says that the violation is true.</summary>
    TrueViolation,

    /// <summary>An answered decision says that the merchant meets the conditions.</summary>
    Qualifies,

    /// <summary>The merchant is a company or another body.</summary>
    Company,

    /// <summary>The merchant is an individual business or a micro merchant.</summary>
    NaturalPersonOrMicro,

    /// <summary>Nobody gave a reason.</summary>
    NoReasonGiven,

    /// <summary>The merchant was not told of the measure at all.</summary>
    NotTold,

    /// <summary>Somebody asked the merchant for a code, a fee, a link or the like.</summary>
    DemandsMade,

    /// <summary>The merchant gave data or money to the one who called or wrote.</summary>
    DataGivenToCaller,

    /// <summary>The notice was judged a scam.</summary>
    FakeNotice,

    /// <summary>An institution refused at least once.</summary>
    RefusedOnce,

    /// <summary>Money is withheld, not only abilities.</summary>
    MoneyHeld,

    /// <summary>Several institutions are on the case.</summary>
    SeveralInstitutions,
}
