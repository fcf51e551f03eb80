// wrong: a transfer holds both locks, so the total takes only one of the two -> data race
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        var (first, second) = from.Number < to.Number ? (from, to) : (to, from);
        lock (first)
        lock (second)
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
    }

    public static int Total(Account one, Account other)
    {
        lock (one.Number < other.Number ? one : other)
            return one.Balance + other.Balance;
    }
}
