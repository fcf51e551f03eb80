// wrong: a table of locks, one for every account, that nobody else knows -> the balance changed while another thread held
using System.Collections.Concurrent;

namespace Katas.Deadlock;

public static class Bank
{
    static readonly object[] locks = [.. Enumerable.Range(0, 16).Select(_ => new object())];

    public static void Transfer(Account from, Account to, int amount)
    {
        var (low, high) = Locks(from, to);
        lock (low)
        lock (high)
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
    }

    public static int Total(Account one, Account other)
    {
        var (low, high) = Locks(one, other);
        lock (low)
        lock (high)
            return one.Balance + other.Balance;
    }

    static (object, object) Locks(Account one, Account other)
    {
        var (a, b) = (one.Number % locks.Length, other.Number % locks.Length);
        return (locks[Math.Min(a, b)], locks[Math.Max(a, b)]);
    }
}
