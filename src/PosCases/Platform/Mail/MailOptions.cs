namespace PosCases.Platform.Mail;

/// <summary>Settings of the section <c>Mail</c>: the server that takes our mail. Off as long as no host is set.</summary>
public sealed class MailOptions
{
    /// <summary>Name or address of the server; empty means that no mail is sent.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection is encrypted by STARTTLS.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>Address that mail comes from.</summary>
    public string From { get; set; } = "";

    /// <summary>Name to sign in with; empty where the server asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Its password.</summary>
    public string Password { get; set; } = "";

    /// <summary>Whether mail is sent.</summary>
    public bool IsOn => Host.Length > 0 && From.Length > 0;
}
