using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace PosCases.Platform.Mail;

/// <summary>A file that goes with a mail.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record MailFile(string Name, string Type, byte[] Bytes);

/// <summary>Sends mail by SMTP.</summary>
public sealed class Mailer(MailOptions options)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Whether mail is sent at all.</summary>
    public bool IsOn => options.IsOn;

    /// <summary>Sends one mail.</summary>
    /// <param name="id">Its identity: sent twice, mail programs know it as the same.</param>
    /// <param name="to">Address.</param>
    /// <param name="subject">Subject; line breaks are taken out.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="files">What goes with it.</param>
    /// <param name="ct">Stops sending.</param>
    /// <exception cref="SmtpException">The server cannot be reached or does not take it.</exception>
    public async Task SendAsync(Guid id, string to, string subject, string text, IReadOnlyList<MailFile> files, CancellationToken ct)
    {
        using var message = new MailMessage(options.From, to)
        {
            Subject = subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            Body = text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", $"<{id:N}@{message.From!.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        foreach (var file in files)
        {
            var attached = new Attachment(new MemoryStream(file.Bytes), new ContentType(file.Type)) { NameEncoding = Encoding.UTF8, Name = file.Name, TransferEncoding = TransferEncoding.Base64 };
            message.Attachments.Add(attached);
        }

        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls, Timeout = (int)Longest.TotalMilliseconds };
        if (options.User.Length > 0)
        {
            client.Credentials = new NetworkCredential(options.User, options.Password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        await client.SendMailAsync(message, limit.Token);
    }
}
