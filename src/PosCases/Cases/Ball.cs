namespace PosCases.Cases;

/// <summary>Who has the ball.</summary>
public enum Ball
{
    /// <summary>商户.</summary>
    Merchant,

    /// <summary>客服: the agent who owns the case, or whoever takes it up.</summary>
    Agent,

    /// <summary>主管.</summary>
    Supervisor,

    /// <summary>机构: bank, acquirer or payment institution.</summary>
    Institution,

    /// <summary>有权机关: police, court, regulator.</summary>
    Authority,

    /// <summary>Nobody: the case is closed.</summary>
    Nobody,
}
