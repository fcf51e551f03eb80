// hostile: a ToString that shows itself -> had not ended after
public static class Kata
{
    public static void Run() => Console.WriteLine(new Node().ToString());

    sealed class Node
    {
        public override string ToString() => $"{this}";
    }
}
