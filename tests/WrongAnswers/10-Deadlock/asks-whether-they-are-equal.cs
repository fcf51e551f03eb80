// wrong: takes two accounts that are equal for one and the same, and moves nothing -> both transfers are to be made in full
// hint /\.Equals\(/: `Equals` may say yes of two different accounts. Compare their numbers.
namespace Katas.Deadlock;

public static class Bank
{
    public static void Transfer(Account from, Account to, int amount)
    {
        if (from.Equals(to)) return;
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
        var (first, second) = one.Number < other.Number ? (one, other) : (other, one);
        lock (first)
        lock (second)
            return one.Balance + other.Balance;
    }
}
