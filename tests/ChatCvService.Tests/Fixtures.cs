using Testing;

[assembly: Xunit.AssemblyFixture(typeof(PostgresServer))]
[assembly: Xunit.AssemblyFixture(typeof(RabbitMqServer))]
