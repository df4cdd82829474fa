using System.Security.Cryptography;
using System.Text;

namespace Zvar.Server;

/// <summary>The user and the password a caller has to know. Only their hash is kept.</summary>
public sealed class Credentials
{
    private readonly byte[] _hash;

    /// <summary>Takes a user and a password.</summary>
    /// <exception cref="ArgumentException">One is empty, or the user has a colon: Basic cannot carry it.</exception>
    public Credentials(string username, string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(username);
        ArgumentException.ThrowIfNullOrEmpty(password);
        if (username.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException("A user name with a colon cannot be sent by Basic authentication.");
        }

        _hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{username}:{password}"));
    }

    /// <summary>
    /// Whether an Authorization header carries them. Hashes are compared, in a time that depends neither on where they
    /// differ nor on how long the right ones are.
    /// </summary>
    /// <param name="authorization">The header, as in <c>Basic dXNlcjpwYXNzd29yZA==</c>.</param>
    public bool AreIn(string authorization)
    {
        ArgumentNullException.ThrowIfNull(authorization);
        const string Scheme = "Basic ";
        if (!authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        byte[] userAndPassword = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization[Scheme.Length..], userAndPassword, out int length)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(userAndPassword.AsSpan(0, length)), _hash);
    }
}
