// wrong: takes the accounts' locks, but before them one of sixteen, which strangers have to share -> without a common account do not wait
namespace Katas.Deadlock;

public static class Bank
{
    static readonly object[] doors = [.. Enumerable.Range(0, 16).Select(_ => new object())];

    public static void Transfer(Account from, Account to, int amount)
    {
        var (first, second) = from.Number < to.Number ? (from, to) : (to, from);
        lock (doors[first.Number % 16])
        lock (first)
        lock (second)
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
    }

    public static int Total(Account one, Account other)
    {
        var (first, second) = one.Number < other.Number ? (one, other) : (other, one);
        lock (first)
        lock (second)
            return one.Balance + other.Balance;
    }
}
