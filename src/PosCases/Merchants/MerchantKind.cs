namespace PosCases.Merchants;

/// <summary>What a merchant is in law; it decides which remedies are open.</summary>
public enum MerchantKind
{
    /// <summary>A company or another registered body.</summary>
    Company,

    /// <summary>A registered individual business.</summary>
    IndividualBusiness,

    /// <summary>A micro merchant, exempt from registration.</summary>
    Micro,
}
