// wrong: locks only the account that the money comes from -> lost update
// hint /lock \(from\) \{ from\.Balance -= amount; to\.Balance/: `to` changes as well, and whoever takes money from it holds another lock.
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        lock (from)
        {
            from.Balance -= amount;
            to.Balance += amount;
        }
    }

    public static int Total(Account one, Account other)
    {
        var (first, second) = InOrder(one, other);
        lock (first)
        {
            lock (second)
            {
                return one.Balance + other.Balance;
            }
        }
    }

    static (Account First, Account Second) InOrder(Account one, Account other) =>
        one.Number <= other.Number ? (one, other) : (other, one);
}
