namespace PosCases.Institutions;

/// <summary>What an institution is; it decides who may lift which measure.</summary>
public enum InstitutionKind
{
    /// <summary>收单机构: signed the acquiring agreement with the merchant.</summary>
    Acquirer,

    /// <summary>银行: keeps the settlement account, or issued the card.</summary>
    Bank,

    /// <summary>非银行支付机构: licensed payment institution.</summary>
    PaymentInstitution,

    /// <summary>清算机构: clears between issuer and acquirer.</summary>
    ClearingOrganisation,

    /// <summary>公安机关.</summary>
    Police,

    /// <summary>人民检察院.</summary>
    Procuratorate,

    /// <summary>人民法院.</summary>
    Court,

    /// <summary>监管部门: regulator of payments, banking or markets.</summary>
    Regulator,

    /// <summary>收单外包服务机构 or device vendor: serves the merchant, imposes nothing itself.</summary>
    ServiceProvider,

    /// <summary>Another body, named in words.</summary>
    Other,
}
